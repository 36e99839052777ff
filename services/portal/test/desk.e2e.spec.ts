import type { Browser, Page } from 'playwright-core';
import { launch, reader, signIn, wide } from './browser';
import { describeInBrowser, platformUrl } from './platform';

describeInBrowser('an institution keeps what it may do, an administrator decides', () => {
  const fileName = `附表${Date.now()}.csv`;
  let browser: Browser;
  let laboratory: Page;
  let administrator: Page;

  beforeAll(async () => {
    browser = await launch();
    laboratory = await signIn(await reader(browser, platformUrl(), wide), 'laboratory-4', '/desk');
    administrator = await signIn(await reader(browser, platformUrl(), wide), 'administrator', '/admin');
  });
  afterAll(() => browser?.close());

  it('uploads the annex of its certificate and sees it beside the register', async () => {
    const table = [
      '序号,检测对象,检测项目,标准号',
      '1,儿童自行车,制动性能,GB/T 14746-2025',
      '2,儿童自行车,鞍座,不是标准',
    ];
    await laboratory.goto('/desk/scope');
    await laboratory.getByText('上传附表').click();
    await laboratory.getByLabel('范围').selectOption({ label: '扩项：只增加和修改' });
    await laboratory.getByRole('textbox', { name: '证书编号' }).fill('251100030001');
    await laboratory.getByLabel('生效日').fill('2026-11-01');
    await laboratory.getByLabel('有效期至').fill('2027-12-31');
    await laboratory
      .locator('input[type=file]')
      .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(table.join('\n')) });
    await laboratory.getByRole('button', { name: '上传并比较' }).click();
    await laboratory.getByRole('link', { name: fileName }).click();
    // The list that led here stays in sight until the page is there.
    await laboratory.getByRole('heading', { name: fileName }).waitFor();
    await laboratory.getByText('待核准').waitFor();
    await laboratory.getByText('新增 1 · 改 0').waitFor();
    await laboratory.getByRole('cell', { name: '制动性能' }).waitFor();
    await laboratory.getByText('第 3 行').waitFor();
    await expect(laboratory.getByRole('button', { name: '核准', exact: true }).count()).resolves.toBe(0);
  });

  it('the administrator approves it once the lines not understood were looked at', async () => {
    await administrator.goto('/admin/annexes');
    await administrator.getByRole('link', { name: fileName }).click();
    const approve = administrator.getByRole('button', { name: '核准', exact: true });
    await expect(approve.isDisabled()).resolves.toBe(true);
    await administrator.getByLabel('读不懂的行已看过').check();
    await approve.click();
    await administrator
      .getByText(/生效中|已核准/)
      .first()
      .waitFor();
  });

  it('a changed policy is tried on past decisions before it can be used', async () => {
    await administrator.goto('/admin/policy');
    const save = administrator.getByRole('button', { name: '启用新规则' });
    await administrator.getByLabel('为什么改').fill('试算');
    await expect(save.isDisabled()).resolves.toBe(true);
    await administrator.getByLabel('离企业多近', { exact: true }).fill('400');
    await administrator.getByRole('button', { name: /次派单试算/ }).click();
    await administrator.getByText('如果当时用这套规则').waitFor();
    await expect(save.isDisabled()).resolves.toBe(false);
  });

  it('a new service is written, seen as firms will see it, and published', async () => {
    const code = `test-${Date.now()}`;
    await administrator.goto('/admin/catalogue/new');
    await administrator.getByLabel('事项编码').fill(code);
    const texts = {
      '名称（中文）': '测试事项',
      '名称（英文）': 'A test service',
      '说明（中文）': '试',
      '说明（英文）': 'x',
    };
    for (const [label, text] of Object.entries(texts)) await administrator.getByLabel(label).fill(text);
    await administrator.getByRole('button', { name: '＋ 加一个问题' }).click();
    await administrator.getByLabel('问题（中文）').fill('颜色');
    await administrator.getByLabel('问题（英文）').fill('Colour');
    await administrator.getByLabel('颜色', { exact: true }).waitFor();
    await administrator.getByRole('button', { name: '存草稿' }).click();
    await administrator.waitForURL(/\/admin\/catalogue\/[0-9a-f-]{36}$/);
    await administrator.getByRole('button', { name: '发布', exact: true }).click();
    await administrator.getByRole('button', { name: '下架' }).click();
    await administrator.getByText('已下架').first().waitFor();
  });
});
