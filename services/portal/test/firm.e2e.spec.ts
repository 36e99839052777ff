import type { Browser, BrowserContext, Page } from 'playwright-core';
import { casePaths } from '../src/case/case-paths';
import { launch, reader, signIn, wide } from './browser';
import { describeInBrowser, platformUrl } from './platform';

const need = '儿童三轮车出口检测，按 GB/T 14747-2025';

describeInBrowser('a firm at the portal', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    context = await reader(browser, platformUrl(), wide);
    page = await signIn(context, 'applicant', '/firm');
  });
  afterEach(() => context.close());

  const saved = () => page.getByText('已保存', { exact: true }).waitFor();

  /** A draft with one test of a product, open in the editor. */
  async function startDraft(text = need): Promise<void> {
    await page.goto('/firm/requests/new');
    await page.getByLabel('写下您的需要').fill(text);
    await page.getByRole('button', { name: /继续|按问题提交/ }).click();
    await page.waitForURL(/\/edit$/);
  }

  /** Moves on with the Tab key until the wanted control has the focus. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => {
        const focused = document.activeElement as HTMLInputElement | null;
        // The body holds every text of the page.
        if (focused === document.body) return '';
        return focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
      });
      if (name.test(text)) return;
    }
    throw new Error(`no control ${name} within reach of the Tab key`);
  }

  it('submits a request with the keyboard alone', async () => {
    await page.goto('/firm/requests/new');
    await page.getByLabel('写下您的需要').waitFor();
    await tabTo(/写下您的需要/);
    await page.keyboard.type(need);
    await page
      .getByText(/因为写了/)
      .first()
      .waitFor();
    await tabTo(/继续/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/edit$/);
    await tabTo(/型号/);
    await page.keyboard.type('SL-2026');
    await saved();
    await tabTo(/下一步/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '核对后提交' }).waitFor();
    await tabTo(/提交申请/);
    await page.keyboard.press('Enter');
    await page.getByText('已提交。').waitFor();
  });

  it('opens a case by its address, and asks for nothing twice', async () => {
    const list = await page.request.get('/api/service-requests/v1/service-requests?limit=1');
    const { items } = (await list.json()) as { items: { id: string }[] };
    const id = items[0]?.id ?? '';
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.includes(id) && pathname.startsWith('/api/')) asked.push(pathname + search);
    });
    await page.goto(`/firm/requests/${id}`);
    await page.locator('.life-line li').first().waitFor();
    expect(asked.sort()).toEqual([...casePaths(id)].sort());
  });

  it('keeps a draft through a dropped network and a closed tab', async () => {
    await startDraft();
    await saved();
    await context.setOffline(true);
    await page.getByLabel(/给这件申请起个名字/).fill('断网时写的名字');
    await page.getByText(/没有网络/).waitFor();
    const address = page.url();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await page.goto(address);
    await expect(page.getByLabel(/给这件申请起个名字/).inputValue()).resolves.toBe('断网时写的名字');
    await saved();
    await page.reload();
    await expect(page.getByLabel(/给这件申请起个名字/).inputValue()).resolves.toBe('断网时写的名字');
  });

  it('two people on one draft: the second sees both texts and chooses', async () => {
    await startDraft();
    await saved();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel(/给这件申请起个名字/).fill('另一位写的');
    await other.getByText('已保存', { exact: true }).waitFor();
    await page.getByLabel(/给这件申请起个名字/).fill('我写的');
    const choice = page.getByRole('alert');
    await choice.getByText('另一位写的').waitFor();
    await choice.getByText('我写的').waitFor();
    await page.getByRole('button', { name: '保留我的' }).click();
    await saved();
    await other.reload();
    await expect(other.getByLabel(/给这件申请起个名字/).inputValue()).resolves.toBe('我写的');
  });

  it('shows script and HTML as the text that they are', async () => {
    const script = '<img src=x onerror="name=1"><b>粗</b>';
    await startDraft(script);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByText(script).first().waitFor();
    await expect(page.locator('main img, main b').count()).resolves.toBe(0);
  });

  it('a command without the token of the session is refused', async () => {
    const answer = await page.request.post('/api/service-requests/v1/service-requests', { data: {} });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'urn:qi:problem:session/csrf' });
  });

  it('signs out for good', async () => {
    await page.getByText('企业办事员').click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('link', { name: '登录' }).waitFor();
    await page.goto('/firm');
    await page.getByRole('heading', { name: '请先登录' }).waitFor();
    // At the provider too: else whoever comes next to this browser would be let in as the one who has gone.
    await page.getByRole('link', { name: '登录' }).first().click();
    await page.locator('input[name=password]').waitFor();
  });
});
