import { returnTo } from './return-to';

const HERE = 'https://qi.example';

describe('returnTo', () => {
  it.each(['/', '/firm/requests/QI-1?tab=files#x', '/catalogue?q=%E5%8D%A1%E5%B0%BA', '/identity/account'])(
    'keeps %s',
    (path) => {
      expect(returnTo(path, HERE)).toBe(path);
    },
  );

  it.each([
    ...['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', 'firm'],
    ...[
      '/%0d%0aset-cookie:x',
      '/a\r\nb',
      '/.//evil.example',
      '/auth/login',
      '/api/x',
      '/identity/auth',
      '/identity/account/x',
      ' /firm',
      '',
    ],
    ...['/firm/..//evil.example', '/\t/evil.example', '/'.repeat(3000)],
    undefined,
    ['/firm', '/window'],
  ])('%p leads home', (asked) => {
    const path = returnTo(asked, HERE);
    expect(new URL(path, HERE).origin).toBe(HERE);
    expect(path === '/' || path === '/%0d%0aset-cookie:x').toBe(true);
  });
});
