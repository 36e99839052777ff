import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, reader, signIn, wide } from './browser';
import { describeInBrowser, platformUrl } from './platform';

const need = '儿童三轮车出口检测，按 GB/T 14747-2025；卡尺到期要校准；生产线质量诊断';

/** Who answers for whom: the account of a provider by the beginning of its name. */
const accounts: Readonly<Record<string, string>> = {
  嘉兴威凯: 'laboratory-2',
  宁波海关: 'laboratory-3',
  '示例检测（嘉兴）': 'laboratory-4',
  '示例检测（桐乡）': 'laboratory-5',
  嘉兴示例: 'institute-1',
  平湖示例: 'institute-2',
  '童车质量专家 01': 'expert-1',
  '品牌专家 03': 'expert-3',
};
const kinds = { 童车检测: '检测报告', 计量器具校准: '校准证书', 质量诊断: '诊断报告' } as const;
type Service = keyof typeof kinds;
const services = Object.keys(kinds) as Service[];

describeInBrowser('the main case, played by its people through the pages that they see', () => {
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();
  let firm: Page;
  let caseAddress: string;

  beforeAll(async () => {
    browser = await launch();
    firm = await personAt('applicant', '/firm');
  });
  afterAll(() => browser?.close());

  /** A person in a browser of their own, signed in once. */
  async function personAt(account: string, path: string): Promise<Page> {
    const known = contexts.get(account);
    const context = known ?? (await reader(browser, platformUrl(), wide));
    contexts.set(account, context);
    if (!known) return signIn(context, account, path);
    const page = context.pages()[0]!;
    await page.goto(path);
    return page;
  }

  const card = (service: Service) =>
    firm.locator('section.task', { has: firm.getByRole('heading', { name: service }) });

  /** The account of whoever has been asked, once the page says so; `unlike`: who had it before. */
  async function accountOf(service: Service, unlike?: string): Promise<string> {
    let account: string | undefined;
    while (!account || account === unlike) {
      const text = await card(service).innerText();
      account = Object.entries(accounts).find(([name]) => text.includes(name))?.[1];
      if (!account || account === unlike) await firm.waitForTimeout(200);
    }
    return account;
  }

  async function openJob(account: string): Promise<Page> {
    const page = await personAt(account, account.startsWith('expert') ? '/expert' : '/desk');
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '接不接？' }).waitFor();
    return page;
  }

  async function deliver(page: Page, service: Service): Promise<void> {
    const number = `${kinds[service]}-${Date.now()}`;
    await page.getByRole('button', { name: '接单', exact: true }).click();
    await page.getByRole('heading', { name: '做到哪一步' }).waitFor();
    const steps = page.locator('ol.steps > li');
    for (let step = 0; step < (await steps.count()); step += 1) {
      const row = steps.nth(step);
      await row.getByRole('button', { name: '完成这一步' }).click();
      await row.getByRole('button').waitFor({ state: 'detached' });
    }
    await page.getByLabel('编号', { exact: true }).fill(number);
    await page.getByLabel('名称', { exact: true }).fill(`${service}结果`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'result.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${number}`) });
    await page.getByRole('button', { name: '上传', exact: true }).click();
    await page.getByRole('link', { name: `${service}结果` }).waitFor();
    await page.getByRole('button', { name: '全部完成，交付' }).click();
    await page.getByText('已交付').first().waitFor();
  }

  it('the firm says what it needs, completes it and submits it', async () => {
    await firm.goto('/firm/requests/new');
    await firm.getByLabel('写下您的需要').fill(need);
    await firm.getByText('继续（3 项）').click();
    await firm.waitForURL(/\/edit$/);
    await firm.getByLabel('型号').fill('SL-2026');
    await firm.getByLabel('销售市场').selectOption({ label: '出口' });
    await firm
      .getByRole('group', { name: '需要先完成的事项' })
      .getByLabel(/计量器具校准/)
      .check();
    await firm.getByRole('button', { name: '谁能做？' }).click();
    await firm.getByText('现在试算的结果').waitFor();
    await firm.getByRole('button', { name: '质量诊断', exact: true }).click();
    await firm.getByLabel('需要的专长').fill('质量诊断');
    await firm.getByText('已保存', { exact: true }).waitFor();
    await firm.getByRole('button', { name: '下一步：核对' }).click();
    await firm.getByRole('button', { name: '提交申请' }).click();
    await firm.getByText('已提交。').waitFor();
    caseAddress = firm.url();
  });

  it('the clerk sees it in the work list and accepts it', async () => {
    const clerk = await personAt('clerk', '/window?view=submitted');
    const number = /QI-[\d-]+/.exec(await firm.locator('.lead').first().innerText())?.[0] ?? '';
    await clerk.locator('.triage-row', { hasText: number }).click();
    await clerk.getByRole('link', { name: number }).waitFor();
    await clerk.getByRole('button', { name: '受理', exact: true }).click();
    await firm.getByRole('heading', { name: '童车检测' }).waitFor();
  });

  it('the metrology institute calibrates, the test having waited for it; the expert visits', async () => {
    for (const service of ['计量器具校准', '质量诊断'] as const) {
      const page = await openJob(await accountOf(service));
      await deliver(page, service);
      await card(service).getByRole('button', { name: '确认收到' }).waitFor();
    }
  });

  it('the first laboratory declines with a reason; the second does the work', async () => {
    const first = await accountOf('童车检测');
    const declining = await openJob(first);
    await declining.getByRole('button', { name: '不接', exact: true }).click();
    await declining.getByLabel('原因').selectOption({ label: '产能已满' });
    await declining.getByRole('button', { name: '确认不接' }).click();
    await declining.getByText('未接单').first().waitFor();
    const page = await openJob(await accountOf('童车检测', first));
    await deliver(page, '童车检测');
  });

  it('the firm confirms and rates everything, and the request closes', async () => {
    await firm.goto(caseAddress);
    for (const service of services) {
      await card(service).getByRole('button', { name: '确认收到' }).click();
      await card(service).getByRole('button', { name: '评价' }).click();
      await card(service).getByRole('button', { name: '评价' }).waitFor({ state: 'detached' });
    }
    await firm.getByText('已办结').first().waitFor();
  });

  it('whoever holds the report verifies it, and its file, without signing in', async () => {
    await firm.goto(caseAddress);
    await firm.locator('main').getByRole('link', { name: '验证' }).first().click();
    await firm.waitForURL(/\/verify\/.+/);
    const address = new URL(firm.url()).pathname;
    const anybody = await (await reader(browser, platformUrl(), wide)).newPage();
    await anybody.goto(address);
    await anybody.getByRole('heading', { name: '有效' }).waitFor();
    const number = decodeURIComponent(address.replace('/verify/', ''));
    const file = (text: string) => ({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) });
    const upload = anybody.locator('input[type=file]');
    await upload.setInputFiles(file(`%PDF-1.7\n${number}`));
    await anybody.getByText('一个字节都没有改').waitFor();
    await upload.setInputFiles(file(`%PDF-1.7\n${number} `));
    await anybody.getByText('不是机构交付的那一份').waitFor();
    await anybody.goto('/verify/没有这个编号');
    await anybody.getByText('平台上没有编号为').waitFor();
  });
});
