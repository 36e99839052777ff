import type { Mail } from '../mail/mail.service';

/** Both languages in one mail: the address may be read by somebody else than who typed it. */
export function confirmMail(to: string, name: string, link: string): Mail {
  return {
    to,
    subject: '请确认您的邮箱 · Please confirm your address',
    text: [
      `${name}，您好：请在 24 小时内打开下面的链接，完成注册。不是您本人注册的，不用理会。`,
      link,
      `Hello ${name}, please open the link above within 24 hours to complete your registration. If it was not you, ignore this mail.`,
    ].join('\n\n'),
  };
}

export function knownMail(to: string, signIn: string, reset: string): Mail {
  return {
    to,
    subject: '您已经有账号 · You have an account already',
    text: [
      `有人（也许是您）用这个邮箱注册。它已经有账号：登录 ${signIn} ，忘了密码 ${reset} 。`,
      `Somebody, perhaps you, registered with this address. It has an account already: sign in at ${signIn} or reset the password at ${reset} .`,
    ].join('\n\n'),
  };
}
