import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from './platform';

export const demoPassword = 'one-window-2026';

export interface Look {
  readonly language: 'zh' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly width: 390 | 1440;
}
export const wide: Look = { language: 'zh', scheme: 'light', width: 1440 };

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A reader of their own: cookies, language, light, width of the screen. */
export async function reader(browser: Browser, url: string, look: Look, state?: State): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: 900 },
    ...(state && { storageState: state }),
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(({ language, scheme }) => {
    localStorage.setItem('qi.language', language);
    localStorage.setItem('qi.scheme', scheme);
  }, look);
  return context;
}

/** Signs in at the provider's own page, as people do, and comes back to `path`. */
export async function signIn(context: BrowserContext, account: string, path = '/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(path)}`);
  await page.fill('input[name=email]', `${account}@demo.test`);
  await page.fill('input[name=password]', demoPassword);
  await page.click('form[method=post] button >> nth=0');
  await page.waitForURL((at) => at.pathname + at.search === path);
  return page;
}

/** Everything a page complains about: console errors, exceptions, refusals of the security policy. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}
