import type { Language, Words } from '@qi/kernel';
import { button, field, notice } from '../page/field';
import { html } from '../page/html';
import { layout } from '../page/layout';

const words = {
  title: { zh: '登录', en: 'Sign in' },
  email: { zh: '邮箱', en: 'E-mail address' },
  password: { zh: '密码', en: 'Password' },
  forgotten: { zh: '忘了密码', en: 'I forgot my password' },
  register: { zh: '还没有账号，注册', en: 'No account yet: register' },
  cancel: { zh: '暂不登录', en: 'Do not sign in' },
  wrong: {
    zh: '邮箱或密码不对。密码区分大小写。',
    en: 'The e-mail address or the password is not right. Passwords tell capitals from small letters.',
  },
} satisfies Record<string, Words>;

export const wrongPassword = words.wrong;

export interface SignInView {
  readonly language: Language;
  readonly uid: string;
  readonly email: string;
  readonly fault?: Words;
}

/** E-mail address and password. What was typed before stays, but for the password. */
export function signInPage({ language, uid, email, fault }: SignInView): string {
  const self = `/identity/sign-in/${uid}`;
  const typed = email !== '';
  const body = html`${notice(language, fault)}
    <form method="post" action="${self}">
      ${field(language, {
        ...{ name: 'email', type: 'email', label: words.email, autocomplete: 'username', value: email, focus: !typed },
      })}
      ${field(language, {
        ...{
          name: 'password',
          type: 'password',
          label: words.password,
          autocomplete: 'current-password',
          focus: typed,
        },
      })}
      <div class="actions">${button(language, words.title)}</div>
    </form>
    <div class="links">
      <a href="/identity/reset">${words.forgotten[language]}</a>
      <a href="/identity/register">${words.register[language]}</a>
    </div>
    <form class="quiet" method="post" action="${self}/cancel">${button(language, words.cancel, true)}</form>`;
  return layout({ language, title: words.title, body, self });
}
