import type { Language, Words } from '@qi/kernel';
import { button } from '../page/field';
import { html } from '../page/html';
import { layout } from '../page/layout';
import type { Asked } from './consent.service';

const words = {
  title: { zh: '同意提供身份信息？', en: 'Share who you are?' },
  asks: { zh: '想知道是谁在登录，它将得到：', en: 'asks who signs in. It will get:' },
  goesTo: { zh: '同意后回到', en: 'You then go back to' },
  agree: { zh: '同意', en: 'Share' },
  refuse: { zh: '不同意', en: 'Do not share' },
} satisfies Record<string, Words>;

const scopeWords: Readonly<Record<string, Words>> = {
  openid: { zh: '您在平台的编号', en: 'your number at the platform' },
  profile: { zh: '姓名', en: 'your name' },
  email: { zh: '邮箱', en: 'your e-mail address' },
};

export function consentPage(language: Language, uid: string, { client, origin, scopes }: Asked): string {
  const self = `/identity/sign-in/${uid}`;
  const body = html`<p><strong>${client}</strong> ${words.asks[language]}</p>
    <ul>
      ${scopes.map((scope) => html`<li>${scopeWords[scope]?.[language] ?? scope}</li>`)}
    </ul>
    <p class="muted">${words.goesTo[language]} ${origin}</p>
    <form method="post" action="${self}/consent">
      <div class="actions">${button(language, words.agree)}</div>
    </form>
    <form class="quiet" method="post" action="${self}/cancel">${button(language, words.refuse, true)}</form>`;
  return layout({ language, title: words.title, body, self });
}
