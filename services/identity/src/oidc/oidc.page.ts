import type { Language } from '@qi/kernel';
import type { Context } from 'oidc-provider';
import { Html, html } from '../page/html';
import { layout } from '../page/layout';
import { languageFor } from '../page/page.language';

const words = {
  signOut: { zh: '退出登录', en: 'Sign out' },
  sure: {
    zh: '退出后，这个浏览器里的平台页面也会一起退出。',
    en: 'The platform’s pages in this browser are signed out too.',
  },
  stay: { zh: '先不退出', en: 'Stay signed in' },
  out: { zh: '已退出', en: 'Signed out' },
  home: { zh: '回到首页', en: 'To the home page' },
  refused: { zh: '这个登录请求不能用', en: 'This sign-in request cannot be used' },
  why: {
    zh: '它可能已经用过、过期，或者来自一个平台不认识的应用。',
    en: 'It may have been used already, be too old, or come from an application that the platform does not know.',
  },
};

const home = (language: Language) => html`<p><a href="/">${words.home[language]}</a></p>`;

/** Asks before signing out, unless the platform itself asks in the name of who is signed in. */
export function signOutPage(context: Context, form: string): void {
  const language = languageFor(context.req);
  const { session, entities } = context.oidc;
  const known = session.accountId !== undefined && entities.IdTokenHint?.payload.sub === session.accountId;
  const sent = known ? form.replace('<form ', '<form data-send ').replace('</form>', '') : form.replace('</form>', '');
  const body = html`<p>${words.sure[language]}</p>
    ${new Html(sent)} <input type="hidden" name="logout" value="yes" />
    <div class="actions"><button autofocus>${words.signOut[language]}</button></div>
    </form>
    <p class="links"><a href="/">${words.stay[language]}</a></p>`;
  context.body = layout({ language, title: words.signOut, body });
}

export function signedOutPage(context: Context): void {
  const language = languageFor(context.req);
  context.body = layout({ language, title: words.out, body: home(language) });
}

/** What the provider refuses where there is no application to send the browser back to. */
export function errorPage(context: Context, { error, error_description }: Record<string, string | undefined>): void {
  const language = languageFor(context.req);
  const body = html`<p>${words.why[language]}</p>
    <p class="muted"><code>${error}${error_description && `: ${error_description}`}</code></p>
    ${home(language)}`;
  context.type = 'html';
  context.body = layout({ language, title: words.refused, body });
}
