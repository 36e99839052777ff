import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { complaints, launch, reader, wide, type Look } from './browser';
import { describeInBrowser, platformUrl } from './platform';

const ROWS = 10_000;
/** More than a screen holds and the list keeps beyond it, far less than all. */
const FEW = 120;

/** How long a scrolled list keeps a reader waiting is measured by `npm run bench -- portal`; here, that it is whole. */
describeInBrowser('a list of ten thousand rows', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function opened(look: Look): Promise<Page> {
    const context = await reader(browser, platformUrl(), look);
    const page = await context.newPage();
    const row = { kind: 'testing', areaCode: '330482', elements: ['testing'], sites: [] };
    const items = Array.from({ length: ROWS }, (_, at) => ({ ...row, id: `i-${at}`, name: `Institution ${at}` }));
    await page.route('**/public/institutions?*', (route) => route.fulfill({ json: { items } }));
    await page.goto('/institutions');
    await page.getByRole('link', { name: 'Institution 0', exact: true }).waitFor();
    return page;
  }
  const link = (page: Page, at: number) => page.getByRole('link', { name: `Institution ${at}`, exact: true });
  const rowsThere = (page: Page) => page.locator('tbody tr:not(.space)').count();
  const scrollTo = (page: Page, share: number) =>
    page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), share);

  it.each([wide, { ...wide, width: 390 } as Look])('has only those in sight, at $width px', async (look) => {
    const page = await opened(look);
    const heard = complaints(page);
    expect(await rowsThere(page)).toBeLessThan(FEW);
    await scrollTo(page, 0.5);
    await page.locator(`tr[aria-rowindex]:has-text("Institution 4")`).first().waitFor();
    expect(await rowsThere(page)).toBeLessThan(FEW);
    // What was not measured yet is guessed: the end is reached in a few steps.
    while (!(await link(page, ROWS - 1).count())) await scrollTo(page, 1);
    await link(page, ROWS - 1).scrollIntoViewIfNeeded();
    expect(await link(page, ROWS - 1).isVisible()).toBe(true);
    expect(await rowsThere(page)).toBeLessThan(FEW);
    expect(heard).toEqual([]);
    await page.context().close();
  });

  it('is a table to who does not see it: rows say their number, the table how many there are', async () => {
    const page = await opened(wide);
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe(String(ROWS + 1));
    expect(await page.locator('tr', { hasText: /^Institution 3\D/ }).getAttribute('aria-rowindex')).toBe('5');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().close();
  });

  it('is walked by the keyboard, and keeps the row that has the focus', async () => {
    const page = await opened(wide);
    await link(page, 0).focus();
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Institution 60');
    await scrollTo(page, 0.5);
    await page.waitForFunction(() => !document.querySelector('tr[aria-rowindex="30"]'));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Institution 60');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Institution 61');
    await page.context().close();
  });
});
