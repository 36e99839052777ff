import type { Language, Words } from '@qi/kernel';
import { toString as qrOf } from 'qrcode';
import { button, field, notice } from '../page/field';
import { Html, html } from '../page/html';
import { layout } from '../page/layout';

const words = {
  codeTitle: { zh: '第二步：验证码', en: 'Second step: the code' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: {
    zh: '身份验证器里的 6 位数字。手机不在身边，也可以填一个恢复码。',
    en: 'The six digits of your authenticator. Without your phone, a recovery code does too.',
  },
  go: { zh: '继续', en: 'Continue' },
  wrong: {
    zh: '验证码不对或已经用过，请看最新的一个。',
    en: 'The code is not right or was used already; please take the newest.',
  },
  setUpTitle: { zh: '设置两步验证', en: 'Set up two-step sign-in' },
  scan: {
    zh: '在手机上装一个身份验证器，扫描二维码，然后填写它显示的 6 位数字。',
    en: 'Install an authenticator on your phone, scan the code, then type the six digits that it shows.',
  },
  secret: { zh: '扫不了？手工输入密钥：', en: 'Cannot scan? Type this key:' },
  qr: { zh: '二维码', en: 'QR code' },
  turnOn: { zh: '开启', en: 'Turn on' },
  codesTitle: { zh: '恢复码', en: 'Recovery codes' },
  codes: {
    zh: '两步验证已开启。手机丢了，用恢复码登录，每个用一次。请打印或抄下来，只显示这一回。',
    en: 'Two-step sign-in is on. If you lose your phone, sign in with one of these codes; each works once. Print or write them down: they are shown this once.',
  },
  kept: { zh: '我已经存好', en: 'I have kept them' },
} satisfies Record<string, Words>;

export const wrongCode = words.wrong;

/** Where the form goes, and what went wrong with the last one. */
export interface CodeForm {
  readonly language: Language;
  readonly action: string;
  readonly fault?: Words | undefined;
}

const codeField = ({ language, fault }: CodeForm, hint?: Words): Html =>
  field(language, {
    ...{ name: 'code', label: words.code, autocomplete: 'one-time-code', focus: true, fault },
    ...(hint ? { hint } : { inputmode: 'numeric' as const }),
  });

export function codePage(form: CodeForm): string {
  const { language, action } = form;
  const body = html`<form method="post" action="${action}">
    ${codeField(form, words.codeHint)}
    <div class="actions">${button(language, words.go)}</div>
  </form>`;
  return layout({ language, title: words.codeTitle, body, self: action });
}

/** `secret` in base32, for the account `email`. */
export async function setUpPage(form: CodeForm, secret: string, email: string): Promise<string> {
  const { language, action } = form;
  const issuer = encodeURIComponent('质量基础设施一站式服务平台');
  const uri = `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${secret}&issuer=${issuer}`;
  const image = Buffer.from(await qrOf(uri, { type: 'svg', margin: 0 })).toString('base64');
  const body = html`<p>${words.scan[language]}</p>
    <p>
      <img class="qr" src="data:image/svg+xml;base64,${image}" alt="${words.qr[language]}" width="200" height="200" />
    </p>
    <p>${words.secret[language]} <code>${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code></p>
    <form method="post" action="${action}">
      ${codeField(form)}
      <div class="actions">${button(language, words.turnOn)}</div>
    </form>`;
  return layout({ language, title: words.setUpTitle, body, self: action });
}

/** `next` is the form that leads on. */
export function recoveryCodesPage(language: Language, codes: readonly string[], next: string): string {
  const body = html`${notice(language, words.codes, 'good')}
    <ul class="codes">
      ${codes.map((code) => html`<li>${code}</li>`)}
    </ul>
    <form method="post" action="${next}">
      <div class="actions">${button(language, words.kept)}</div>
    </form>`;
  return layout({ language, title: words.codesTitle, body });
}
