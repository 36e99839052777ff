import { checkUscc } from '@qi/kernel';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, reader, signIn, wide } from './browser';
import { describeInBrowser, platformUrl } from './platform';

const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A credit code that nobody has: of this moment, with the two check characters that fit. */
function freshUscc(): string {
  const body = `91330482MA2B${String(Date.now()).slice(-4)}`;
  const ends = [...digits].flatMap((one) => [...digits].map((other) => one + other));
  const found = ends.map((end) => body + end).find((code) => checkUscc(code).ok);
  if (!found) throw new Error(`no check characters fit ${body}`);
  return found;
}

describeInBrowser('people and firms', () => {
  const name = `平湖测试童车厂${Date.now()}（虚构）`;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  let newcomer: Page;
  let invitation: string;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function person(account: string, path = '/'): Promise<Page> {
    const context = await reader(browser, platformUrl(), wide);
    contexts.push(context);
    return signIn(context, account, path);
  }

  it('somebody of the firm makes an invitation link', async () => {
    const page = await person('applicant', '/firm/profile');
    await page.getByText('邀请同事').click();
    await page.getByLabel('申请人', { exact: true }).check();
    await page.getByLabel('邀请谁').fill('新同事');
    await page.getByRole('button', { name: '生成邀请链接' }).click();
    invitation = new URL(await page.getByRole('status').locator('code').innerText()).pathname;
    expect(invitation).toMatch(/^\/invite\/.{20,}$/);
  });

  it('whoever holds it sees what it offers, accepts, and acts for the firm; a second time it is gone', async () => {
    newcomer = await person('trainer');
    await newcomer.goto(invitation);
    await newcomer.getByText('角色：申请人').waitFor();
    await newcomer.getByRole('button', { name: '接受邀请' }).click();
    await newcomer.getByRole('link', { name: '我的申请' }).first().waitFor();
    await newcomer.goto(invitation);
    await newcomer.getByRole('heading', { name: /这个邀请已经用过/ }).waitFor();
  });

  it('a wrong credit code is told at its field; a right one registers the firm', async () => {
    // Who asked for less motion sees no transition end: a busy button must get its name back all the same.
    await newcomer.emulateMedia({ reducedMotion: 'reduce' });
    await newcomer.goto('/firm/register');
    await newcomer.getByLabel('统一社会信用代码').fill('91330482MA2B000061');
    await newcomer.getByLabel('企业名称').fill(name);
    await newcomer.getByLabel('法定代表人').fill('（虚构）');
    await newcomer.getByLabel('地址', { exact: false }).first().fill('平湖市（演示地址）');
    await newcomer.getByLabel('所在地区').selectOption({ label: '平湖' });
    await newcomer.getByLabel('行业').selectOption('24');
    await newcomer.getByLabel('姓名').fill('办事员');
    await newcomer.getByLabel('电话').fill('0573-85000009');
    await newcomer.getByRole('button', { name: '登记', exact: true }).click();
    await newcomer.locator('.faulty .fault').first().waitFor();
    await newcomer.getByLabel('统一社会信用代码').fill(freshUscc());
    await newcomer.getByRole('button', { name: '登记', exact: true }).click();
    await newcomer.waitForURL('**/firm/profile');
    await newcomer.getByRole('heading', { name }).waitFor();
    await newcomer.getByText('待核验').waitFor();
    await newcomer.getByText('嘉兴平湖').waitFor();
  });

  it('the clerk compares the licence and verifies it; the firm corrects its address by itself', async () => {
    const clerk = await person('clerk', '/window/firms');
    await clerk
      .getByRole('row', { name: new RegExp(name.slice(0, 20)) })
      .getByRole('button', { name: '核验通过' })
      .click();
    await clerk.getByRole('row', { name: new RegExp(name.slice(0, 20)) }).waitFor({ state: 'detached' });
    await newcomer.reload();
    await newcomer.getByText('已核验').waitFor();
    await newcomer.getByRole('button', { name: '修改' }).click();
    await newcomer.getByLabel('地址', { exact: false }).first().fill('平湖市新埭镇 1 号（演示地址）');
    await newcomer.getByRole('button', { name: '保存', exact: true }).click();
    await newcomer.getByText('新埭镇 1 号').waitFor();
  });
});
