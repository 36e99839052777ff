import type { Language, Words } from '@qi/kernel';
import { button, field, notice } from '../page/field';
import { html } from '../page/html';
import { layout } from '../page/layout';

const words = {
  title: { zh: '注册', en: 'Register' },
  why: {
    zh: '一个账号可以为多家企业、机构办事。注册后再加入或新建企业。',
    en: 'One account can act for several firms and institutions. You join or enter a firm after registering.',
  },
  email: { zh: '邮箱', en: 'E-mail address' },
  emailHint: { zh: '用来登录，也用来找回密码', en: 'You sign in with it, and reset your password by it' },
  name: { zh: '姓名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  passwordHint: { zh: '至少 10 个字符', en: 'At least 10 characters' },
  known: { zh: '已有账号，去登录', en: 'I have an account: sign in' },
  sentTitle: { zh: '请查收邮件', en: 'Please look at your mail' },
  sent: {
    zh: '如果这个邮箱可以注册，一封确认邮件已经寄往 {email}。请在 24 小时内打开里面的链接。',
    en: 'If this address can be registered, a mail is on its way to {email}. Please open the link in it within 24 hours.',
  },
  confirmTitle: { zh: '确认邮箱', en: 'Confirm your address' },
  confirm: { zh: '完成注册', en: 'Complete the registration' },
  confirmWhy: { zh: '再点一下就好了。', en: 'One more click and you are done.' },
  doneTitle: { zh: '注册好了', en: 'You are registered' },
  done: { zh: '现在可以登录了。', en: 'You can sign in now.' },
  signIn: { zh: '去登录', en: 'Sign in' },
} satisfies Record<string, Words>;

export interface RegistrationView {
  readonly language: Language;
  readonly email: string;
  readonly name: string;
  readonly faults: Readonly<Partial<Record<'email' | 'name' | 'password', Words | undefined>>>;
  readonly fault?: Words;
}

export function registrationPage({ language, email, name, faults, fault }: RegistrationView): string {
  const body = html`${notice(language, fault)}
    <p>${words.why[language]}</p>
    <form method="post" action="/identity/register">
      ${field(language, {
        ...{ name: 'email', type: 'email', label: words.email, hint: words.emailHint, autocomplete: 'username' },
        ...{ value: email, fault: faults.email, focus: email === '' },
      })}
      ${field(language, { name: 'name', label: words.name, autocomplete: 'name', value: name, fault: faults.name })}
      ${field(language, {
        ...{ name: 'password', type: 'password', label: words.password, hint: words.passwordHint },
        ...{ autocomplete: 'new-password', fault: faults.password },
      })}
      <div class="actions">${button(language, words.title)}</div>
    </form>
    <p class="links"><a href="/auth/login">${words.known[language]}</a></p>`;
  return layout({ language, title: words.title, body, self: '/identity/register' });
}

export function sentPage(language: Language, email: string): string {
  const [before, after] = words.sent[language].split('{email}');
  const body = html`<p>${before}<strong>${email}</strong>${after}</p>`;
  return layout({ language, title: words.sentTitle, body, self: '/identity/register' });
}

export function confirmPage(language: Language, token: string): string {
  const self = `/identity/register/${token}`;
  const body = html`<p>${words.confirmWhy[language]}</p>
    <form method="post" action="${self}">
      <div class="actions">${button(language, words.confirm)}</div>
    </form>`;
  return layout({ language, title: words.confirmTitle, body, self });
}

export function registeredPage(language: Language): string {
  const body = html`<p>${words.done[language]}</p>
    <p><a href="/auth/login">${words.signIn[language]}</a></p>`;
  return layout({ language, title: words.doneTitle, body });
}
