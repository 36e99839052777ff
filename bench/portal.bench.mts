/// <reference lib="dom" />
/**
 * What a visitor waits for: JavaScript that pages load, their largest contentful paint in Chromium (services warm, browser
 * cache cold), long tasks while a table of ten thousand rows is scrolled, and Lighthouse's marks. QI_PORTAL_URL names a
 * platform that runs.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { BenchOptions } from './run.mts';
import { inspectedBrowser } from './support/lighthouse.mts';
import { wholePlatform } from './support/whole-platform.mts';
import { figure, median, type Figure } from './support/report.mts';

const CHROMIUM = '/usr/bin/chromium';
const PASSWORD = 'one-window-2026';
const KB = 1000;
const ROWS = 10_000;
const LIGHTHOUSE_GOAL = 95;

interface Visit {
  /** Kilobytes of JavaScript as they came over the network. */
  readonly script: number;
  readonly paint: number;
}

/** Loads a page in a fresh context with the cookies of `from`. */
async function visit(browser: Browser, from: BrowserContext, address: string): Promise<Visit> {
  const context = await browser.newContext({ storageState: await from.storageState() });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('main .loading'));
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / KB;
  await context.close();
  return { script, paint };
}

async function signIn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/auth/login?returnTo=/firm`);
  await page.fill('input[name=email]', 'applicant@demo.test');
  await page.fill('input[name=password]', PASSWORD);
  await page.click('form[method=post] button >> nth=0');
  await page.waitForURL('**/firm');
  return page;
}

/** The longest task in milliseconds while ten thousand institutions are scrolled from top to end. */
async function longestTask(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const row = { kind: 'testing', areaCode: '330482', elements: ['testing'], sites: [] };
  const items = Array.from({ length: ROWS }, (_, index) => ({
    ...row,
    id: String(index),
    name: `Institution ${index}`,
  }));
  await page.route('**/public/institutions?*', (route) => route.fulfill({ json: { items } }));
  await page.goto(`${url}/institutions`);
  await page.locator('tbody tr').last().waitFor({ state: 'attached' });
  const longest = await page.evaluate(async () => {
    let most = 0;
    const heard = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) most = Math.max(most, duration);
    });
    heard.observe({ type: 'longtask' });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const end = document.documentElement.scrollHeight;
    for (let at = 0; at < end; at += 2_000) {
      scrollTo(0, at);
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return most;
  });
  await page.close();
  return longest;
}

/** Lighthouse, after everything else: it visits each page several times. */
async function inspect(url: string, pages: Readonly<Record<string, string>>): Promise<Figure[]> {
  const inspected = await inspectedBrowser(CHROMIUM);
  try {
    await signIn(inspected.context, url);
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const { marks, lost } = await inspected.marks(url + path);
      console.error(`${name}: ${lost.join(', ')}`);
      for (const [category, mark] of Object.entries(marks))
        figures.push(figure(`${name}: Lighthouse, ${category}`, mark, 'of 100', { atLeast: LIGHTHOUSE_GOAL }));
    }
    return figures;
  } finally {
    await inspected.close();
  }
}

export async function run({ quick }: BenchOptions): Promise<Figure[]> {
  const platform = await wholePlatform();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    const page = await signIn(context, platform.url);
    const requests = (await (
      await page.request.get(`${platform.url}/api/service-requests/v1/service-requests?limit=1`)
    ).json()) as {
      items: { id: string }[];
    };
    const pages = {
      home: '/',
      'new request': '/firm/requests/new',
      'life line': `/firm/requests/${requests.items[0]?.id}`,
    };
    const figures: Figure[] = [];
    let home = 0;
    for (const [name, path] of Object.entries(pages)) {
      const visits: Visit[] = [];
      for (let round = 0; round < (quick ? 1 : 5); round += 1)
        visits.push(await visit(browser, context, platform.url + path));
      const script = visits.at(-1)?.script ?? 0;
      if (name === 'home') home = script;
      figures.push(
        name === 'home'
          ? figure('home: JavaScript', script, 'kB', { atMost: 200 })
          : figure(`${name}: JavaScript beyond home`, script - home, 'kB', { atMost: 150 }),
        figure(`${name}: largest contentful paint`, median(visits.map(({ paint }) => paint)), 'ms', { atMost: 1500 }),
      );
    }
    const longest = await longestTask(context, platform.url);
    figures.push(figure(`${ROWS} rows scrolled: longest task`, longest, 'ms', { atMost: 100 }));
    return quick ? figures : [...figures, ...(await inspect(platform.url, pages))];
  } finally {
    await browser.close();
    await platform.stop();
  }
}
