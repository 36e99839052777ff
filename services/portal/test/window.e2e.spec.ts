import type { Browser, Page } from 'playwright-core';
import { launch, reader, signIn, wide } from './browser';
import { describeInBrowser, platformUrl } from './platform';

describeInBrowser('a clerk at the window', () => {
  let browser: Browser;
  let firm: Page;
  let clerk: Page;

  beforeAll(async () => {
    browser = await launch();
    firm = await signIn(await reader(browser, platformUrl(), wide), 'applicant', '/firm');
    clerk = await signIn(await reader(browser, platformUrl(), wide), 'clerk', '/window');
  });
  afterAll(() => browser?.close());

  const numberOn = async (page: Page) => /QI-[\d-]+/.exec(await page.locator('.lead').first().innerText())?.[0] ?? '';

  /** Submits a need that no service of the catalogue is recognised in; answers its number. */
  async function tellProblem(text: string): Promise<string> {
    await firm.goto('/firm/requests/new');
    await firm.getByLabel('写下您的需要').fill(text);
    await firm.getByRole('button', { name: '按问题提交' }).click();
    await firm.waitForURL(/\/edit$/);
    await firm.getByRole('button', { name: '下一步：核对' }).click();
    await firm.getByRole('button', { name: '提交申请' }).click();
    await firm.getByText('已提交。').waitFor();
    return numberOn(firm);
  }

  async function select(number: string): Promise<void> {
    await clerk.goto('/window?view=submitted');
    await clerk.locator('.triage-row', { hasText: number }).click();
    await clerk.getByRole('link', { name: number }).waitFor();
  }

  it('turns a problem told in words into services beside it, and accepts', async () => {
    const number = await tellProblem('客户说轮子会掉，不知道怎么办');
    await select(number);
    await expect(clerk.getByRole('button', { name: '受理', exact: true }).isDisabled()).resolves.toBe(true);
    await clerk.getByRole('link', { name: '细化为服务事项' }).click();
    await clerk.getByText('客户说轮子会掉').first().waitFor();
    await clerk.getByText(/服务目录里的其他/).click();
    await clerk.getByRole('checkbox', { name: /质量诊断/ }).check();
    await clerk.getByLabel('关注的问题').fill('车轮脱落');
    await clerk.getByRole('button', { name: '存下这些事项' }).click();
    await clerk.getByRole('button', { name: '受理', exact: true }).click();
    await clerk.getByRole('button', { name: '受理', exact: true }).waitFor({ state: 'detached' });
    await clerk.getByRole('heading', { name: '质量诊断' }).first().waitFor();
  });

  it('returns a request with a note at a field; the firm finds it there, mends and submits again', async () => {
    const number = await tellProblem('产品有问题');
    const address = firm.url();
    await select(number);
    await clerk.getByRole('button', { name: '退回补正' }).click();
    await clerk.getByLabel('哪一处').selectOption({ label: '问题说明' });
    await clerk.getByLabel('改什么').fill('请写明是什么产品、出了什么问题');
    await clerk.getByRole('button', { name: '记下' }).click();
    await clerk.locator('input[name=reason]').first().check();
    await clerk.getByRole('button', { name: '退回', exact: true }).click();
    await clerk.getByRole('button', { name: '退回', exact: true }).waitFor({ state: 'detached' });
    await firm.goto(`${address}/edit`);
    await firm.locator('.faulty', { hasText: '请写明是什么产品' }).getByRole('textbox').fill('三轮车的轮子会掉');
    await firm.getByText('已保存', { exact: true }).waitFor();
    await firm.getByRole('button', { name: '下一步：核对' }).click();
    await firm.getByRole('button', { name: '提交申请' }).click();
    await firm.getByText('已提交。').waitFor();
  });

  it('writes and submits for a firm at the counter', async () => {
    await clerk.goto('/window/counter');
    await clerk.getByLabel('企业名称或统一社会信用代码').fill('平湖示例童车');
    await clerk.getByRole('button', { name: '为它办理' }).first().click();
    await clerk.getByLabel('写下您的需要').fill('儿童三轮车检测，按 GB/T 14747-2025');
    await clerk.getByRole('button', { name: /继续/ }).click();
    await clerk.waitForURL(/\/window\/requests\/.*\/edit$/);
    await clerk.getByLabel('型号').first().fill('SL-2027');
    await clerk.getByText('已保存', { exact: true }).waitFor();
    await clerk.getByRole('button', { name: '下一步：核对' }).click();
    await clerk.getByRole('button', { name: '提交申请' }).click();
    await clerk.waitForURL(/\/window\/requests\/[^/]+$/);
    const number = await numberOn(clerk);
    await firm.goto('/firm');
    await firm.getByRole('link', { name: number }).waitFor();
  });
});
