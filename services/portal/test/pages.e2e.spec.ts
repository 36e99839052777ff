import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { complaints, launch, reader, type Look } from './browser';
import { describeInBrowser, platformUrl } from './platform';
import { Stage } from './stage';
import { visits } from './visits';

/** Every pair of language, light and width is looked at; QI_LOOKS=all looks at every combination. */
const pairs: Look[] = [
  { language: 'zh', scheme: 'light', width: 1440 },
  { language: 'zh', scheme: 'dark', width: 390 },
  { language: 'en', scheme: 'light', width: 390 },
  { language: 'en', scheme: 'dark', width: 1440 },
];
const opposite = ({ language, scheme, width }: Look): Look => ({
  ...{ language, scheme: scheme === 'dark' ? 'light' : 'dark' },
  width: width === 390 ? 390 : 1440,
});
const looks = process.env['QI_LOOKS'] === 'all' ? [...pairs, ...pairs.map(opposite)] : pairs;
const nameOf = ({ language, scheme, width }: Look) => `${language}-${scheme}-${width}`;

const screenshots = join(__dirname, '../screenshots');
/** A key that was not translated looks like one: `firm.requests.title`. */
const untranslated = /\b[a-z]+(\.[a-zA-Z]+){1,4}\b/;

/** Structure is the same in both languages, contrast is not in light and dark: the Chinese looks are judged for both. */
const judged = ({ language }: Look) => language === 'zh';
const toggles = {
  language: { zh: 'English', en: '中文' },
  scheme: { light: /^(深色|Dark)$/, dark: /^(浅色|Light)$/ },
} as const;

/** Changes from one look to another as a reader does: with the buttons of the frame. */
async function change(page: Page, from: Look, to: Look): Promise<void> {
  await page.setViewportSize({ width: to.width, height: 900 });
  const press = (name: string | RegExp) => page.locator('header').getByRole('button', { name }).click();
  if (from.language !== to.language) await press(toggles.language[from.language]);
  if (from.scheme !== to.scheme) await press(toggles.scheme[from.scheme]);
}

/** What is wrong with a page in one look; nothing, it is hoped. */
async function faultsOf(page: Page, look: Look, file: string): Promise<string[]> {
  // The stream of live changes keeps the network busy for ever: what loads says so.
  await page.waitForFunction(() => !document.querySelector('main .loading'));
  await page.screenshot({ path: join(screenshots, file), fullPage: true });
  const { violations } = judged(look) ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  const words = await page.locator('h1, h2, nav, button, th, legend, dt').allInnerTexts();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
    ...words.filter((text) => untranslated.test(text)).map((text) => `untranslated: ${text}`),
    ...(overflow > 0 ? [`wider than the screen by ${overflow} px`] : []),
  ].map((fault) => `${nameOf(look)} ${fault}`);
}

/** What is wrong with one page, loaded once, in one look after the other. */
async function visit(page: Page, path: string, file: string): Promise<string[]> {
  const faults = complaints(page);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const closed = decodeURIComponent(new URL(page.url()).hash.slice(1));
  if (closed) await page.locator('summary', { hasText: closed }).click();
  for (const [index, look] of looks.entries()) {
    if (index > 0) await change(page, looks[index - 1]!, look);
    faults.push(...(await faultsOf(page, look, `${file}.${nameOf(look)}.png`)));
  }
  return faults.map((fault) => `${path}: ${fault}`);
}

describeInBrowser('every page, in both languages, light and dark, on a phone and on a wide screen', () => {
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await launch();
    stage = new Stage(browser, platformUrl());
    await stage.set();
  }, 180_000);
  afterAll(() => browser?.close());

  it.each(Object.entries(visits))(
    'as %s',
    async (who, paths) => {
      const context = await reader(browser, platformUrl(), looks[0]!, stage.states.get(who));
      const faults: string[] = [];
      for (const path of paths) {
        const page = await context.newPage();
        const address = path.replace(/:\w+/, (id) => stage.ids.get(id) ?? id);
        faults.push(...(await visit(page, address, who + path.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60))));
        await page.close();
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
