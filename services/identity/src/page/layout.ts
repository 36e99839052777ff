import type { Language, Words } from '@qi/kernel';
import { html, type Html } from './html';
import { ASSETS } from './assets';

export interface Page {
  readonly language: Language;
  readonly title: Words;
  readonly body: Html;
  /** Path and query of this page, for the way back after a change of language; absent where a page cannot be asked for again. */
  readonly self?: string;
}

const product: Words = { zh: '质量基础设施一站式服务平台', en: 'Quality-infrastructure one-stop platform' };
const other: Readonly<Record<Language, { to: Language; name: string }>> = {
  zh: { to: 'en', name: 'English' },
  en: { to: 'zh', name: '中文' },
};
const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The whole document. No script stands in it, and no style: both come from files of ours. */
export function layout({ language, title, body, self }: Page): string {
  const next = other[language];
  const back = self === undefined ? '' : `?back=${encodeURIComponent(self)}`;
  return html`<!doctype html>
    <html lang="${tags[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title[language]} · ${product[language]}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${ASSETS.style.path}" />
        <script src="${ASSETS.script.path}" defer></script>
      </head>
      <body>
        <header>
          <a class="product" href="/">${product[language]}</a>
          <a href="/identity/language/${next.to}${back}" lang="${tags[next.to]}">${next.name}</a>
        </header>
        <main>
          <h1>${title[language]}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}
