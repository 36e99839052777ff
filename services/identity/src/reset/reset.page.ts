import type { Language, Words } from '@qi/kernel';
import { button, field, notice } from '../page/field';
import { html } from '../page/html';
import { layout } from '../page/layout';

const words = {
  title: { zh: '重设密码', en: 'Reset your password' },
  why: {
    zh: '填写账号的邮箱，我们寄去一个链接。',
    en: 'Give the e-mail address of your account; we send a link to it.',
  },
  email: { zh: '邮箱', en: 'E-mail address' },
  send: { zh: '寄链接给我', en: 'Send me the link' },
  back: { zh: '回到登录', en: 'Back to sign-in' },
  sentTitle: { zh: '请查收邮件', en: 'Please look at your mail' },
  sent: {
    zh: '如果这个邮箱有账号，链接已经寄出，1 小时内有效。没收到时请看看垃圾邮件。',
    en: 'If this address has an account, a link is on its way and holds for an hour. If nothing comes, please look among the spam.',
  },
  password: { zh: '新密码', en: 'New password' },
  passwordHint: {
    zh: '至少 10 个字符。设好后，所有设备上的登录都会退出。',
    en: 'At least 10 characters. You will be signed out on all devices.',
  },
  save: { zh: '保存新密码', en: 'Save the new password' },
  doneTitle: { zh: '密码改好了', en: 'Your password is changed' },
  signIn: { zh: '用新密码登录', en: 'Sign in with the new password' },
} satisfies Record<string, Words>;

export function resetPage(language: Language, email: string, faults: { email?: Words; form?: Words } = {}): string {
  const body = html`${notice(language, faults.form)}
    <p>${words.why[language]}</p>
    <form method="post" action="/identity/reset">
      ${field(language, {
        ...{ name: 'email', type: 'email', label: words.email, autocomplete: 'username', value: email, focus: true },
        fault: faults.email,
      })}
      <div class="actions">${button(language, words.send)}</div>
    </form>
    <p class="links"><a href="/auth/login">${words.back[language]}</a></p>`;
  return layout({ language, title: words.title, body, self: '/identity/reset' });
}

export function resetSentPage(language: Language): string {
  const body = html`<p>${words.sent[language]}</p>`;
  return layout({ language, title: words.sentTitle, body, self: '/identity/reset' });
}

/** The hidden address tells a password manager whose password this is. */
export function newPasswordPage(language: Language, token: string, email: string, fault?: Words): string {
  const self = `/identity/reset/${token}`;
  const body = html`<form method="post" action="${self}">
    <input type="email" autocomplete="username" value="${email}" hidden readonly />
    ${field(language, {
      ...{ name: 'password', type: 'password', label: words.password, hint: words.passwordHint },
      ...{ autocomplete: 'new-password', fault, focus: true },
    })}
    <div class="actions">${button(language, words.save)}</div>
  </form>`;
  return layout({ language, title: words.title, body, self });
}

export function resetDonePage(language: Language): string {
  const body = html`<p><a href="/auth/login">${words.signIn[language]}</a></p>`;
  return layout({ language, title: words.doneTitle, body });
}
