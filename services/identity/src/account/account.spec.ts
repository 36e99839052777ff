import { emailFault, emailKey, passwordFault } from './account';

const someone = { email: 'wangxiao@example.com', name: '王小明小明' };

describe('account', () => {
  it.each([' A@Example.COM ', 'ａ@example.com'])('%p is the same address as a@example.com', (text) => {
    expect(emailKey(text)).toBe('a@example.com');
  });

  it.each([
    '',
    'a',
    'a@b',
    'a b@example.com',
    'a@@example.com',
    '<a@example.com>',
    'a@example.com\nBcc: b@example.com',
  ])('%p is no e-mail address', (text) => expect(emailFault(text)).toBeDefined());

  it('takes the addresses people have', () => {
    expect(['a.b+c@example.com', '张三@example.cn'].map((email) => emailFault(email))).toEqual([undefined, undefined]);
  });

  it.each(['short', '1234567890', 'aaaaaaaaaaaa', 'wangxiao-2026', 'xx王小明小明xxxx'])(
    '%p is refused as a password',
    (password) => expect(passwordFault(password, someone)).toBeDefined(),
  );

  it.each(['马到成功电池订书钉好的', 'correct horse battery', 'x7Kq-99-Lmnop'])('%p is taken', (password) =>
    expect(passwordFault(password, someone)).toBeUndefined(),
  );
});
