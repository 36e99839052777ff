import { html, type Html } from '../page/html';
import { layout, type Language } from '../page/layout';

const words = {
  title: { zh: '登录', en: 'Sign in' },
  email: { zh: '邮箱', en: 'E-mail address' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  cancel: { zh: '不登录了', en: 'Do not sign in' },
  wrong: {
    zh: '邮箱或密码不对。密码区分大小写。',
    en: 'The e-mail address or the password is not right. Passwords tell capitals from small letters.',
  },
};

export interface SignInView {
  readonly language: Language;
  readonly uid: string;
  readonly email: string;
  readonly fault?: Readonly<Record<Language, string>>;
}

export const wrongPassword = words.wrong;

/** E-mail address and password. What was typed before stays, but for the password. */
export function signInPage({ language, uid, email, fault }: SignInView): string {
  const self = `/identity/sign-in/${uid}`;
  const body = html`${fault && notice(fault[language])}
    <form method="post" action="${self}">
      <div class="field">
        <label for="email">${words.email[language]}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          maxlength="200"
          required
          value="${email}"
          ${email === '' && html`autofocus`}
        />
      </div>
      <div class="field">
        <label for="password">${words.password[language]}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          maxlength="200"
          required
          ${email !== '' && html`autofocus`}
        />
      </div>
      <div class="actions"><button>${words.submit[language]}</button></div>
    </form>
    <form class="links" method="post" action="${self}/cancel">
      <button class="plain">${words.cancel[language]}</button>
    </form>`;
  return layout({ language, title: words.title, body, self });
}

function notice(text: string): Html {
  return html`<div class="notice bad" role="alert"><p>${text}</p></div>`;
}
