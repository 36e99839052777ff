import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { complaints, launch, reader, signIn, type Look } from './browser';
import { describeInBrowser, startPlatform, type Platform } from './platform';

const looks: Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    ([390, 1440] as const).map((width) => ({ language, scheme, width })),
  ),
);
const nameOf = ({ language, scheme, width }: Look) => `${language}-${scheme}-${width}`;

/** Who visits which pages; `:request` and `:institution` stand for what the demo holds. */
const visits: Record<string, readonly string[]> = {
  nobody: [
    '/',
    '/search?q=儿童',
    '/catalogue',
    '/catalogue/testing-childrens-vehicle',
    '/institutions',
    '/institutions/:institution',
    '/standards',
    '/standards?q=GB',
    '/firm',
    '/nowhere',
  ],
  applicant: [
    '/firm',
    '/firm/requests/new',
    '/firm/requests/:request',
    '/firm/requests/:draft/edit',
    '/firm/requests/:draft/edit?step=check',
    '/firm/instruments',
    '/firm/profile',
  ],
};

const screenshots = join(__dirname, '../screenshots');
/** A key that was not translated looks like one: `firm.requests.title`. */
const untranslated = /\b[a-z]+(\.[a-zA-Z]+){1,4}\b/;

async function visit(page: Page, path: string, look: Look, who: string): Promise<void> {
  const heard = complaints(page);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The stream of live changes keeps the network busy for ever: what loads says so.
  await page.waitForFunction(() => !document.querySelector('.loading'));
  const file = `${who}${path.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.${nameOf(look)}.png`;
  await page.screenshot({ path: join(screenshots, file), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const words = await page.locator('h1, h2, nav, button, th, legend').allInnerTexts();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({
    path,
    heard,
    overflow,
    untranslated: words.filter((text) => untranslated.test(text)),
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  }).toEqual({ path, heard: [], overflow: 0, untranslated: [], violations: [] });
}

describeInBrowser('every page, in both languages, light and dark, on a phone and on a wide screen', () => {
  let platform: Platform;
  let browser: Browser;
  const ids = new Map<string, string>();
  const states = new Map<string, Awaited<ReturnType<Awaited<ReturnType<typeof reader>>['storageState']>>>();

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    [platform, browser] = await Promise.all([startPlatform(), launch()]);
    const context = await reader(browser, platform.url, looks[0]!);
    const page = await signIn(context, 'applicant', '/firm');
    const json = async (path: string) => (await page.request.get(path)).json();
    const { items: requests } = await json('/api/service-requests/v1/service-requests?status=closed');
    const { items: institutions } = await json('/api/institutions/v1/public/institutions?limit=1');
    ids.set(':request', requests[0].id);
    ids.set(':institution', institutions[0].id);
    const { csrf } = await json('/session');
    const copied = await page.request.post(`/api/service-requests/v1/service-requests/${requests[0].id}/copy`, {
      headers: { 'x-csrf-token': csrf },
    });
    ids.set(':draft', (await copied.json()).id);
    states.set('applicant', await context.storageState());
    await context.close();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const cases = Object.entries(visits).flatMap(([who, paths]) =>
    looks.map((look) => [who, nameOf(look), look, paths] as const),
  );

  it.each(cases)(
    '%s, %s',
    async (who, _name, look, paths) => {
      const context = await reader(browser, platform.url, look, states.get(who));
      for (const path of paths) {
        const page = await context.newPage();
        await visit(
          page,
          path.replace(/:\w+/, (id) => ids.get(id) ?? id),
          look,
          who,
        );
        await page.close();
      }
      await context.close();
    },
    180_000,
  );
});
