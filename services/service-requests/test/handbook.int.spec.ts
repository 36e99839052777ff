import { checkAfterEach, type TestService } from '@qi/testing';
import type { ServiceItemResponse } from '../src/service-item/service-item.dto';
import { pagesOf } from './pdf-text';
import { administrator, anItem, aPlatform, base, startWindow } from './window';

const MEGABYTE = 1_000_000;
const path = `${base}/public/handbook.pdf`;

let window: TestService;
beforeAll(async () => {
  window = await startWindow();
  const platform = await window.http.post<{ id: string }>(
    `${base}/platforms`,
    aPlatform({ address: '平湖市新华路 1 号', phone: '0573-85000000' }),
    { as: administrator },
  );
  await window.http.post(`${base}/platforms/${platform.body.id}/open`, {}, { as: administrator });
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const act = (id: string, action: string) =>
  window.http.post(`${base}/service-items/${id}/${action}`, {}, { as: administrator });
async function published(values: object): Promise<ServiceItemResponse> {
  const { body } = await window.http.post<ServiceItemResponse>(`${base}/service-items`, anItem({ ...values }), {
    as: administrator,
  });
  await act(body.id, 'publish');
  return body;
}
const ask = (query = '', headers: Record<string, string> = {}) => fetch(window.url + path + query, { headers });
const read = async (query: string): Promise<Buffer> => Buffer.from(await (await ask(query)).arrayBuffer());

describe('the handbook', () => {
  it('is a PDF of all that is offered and of the windows, in Chinese and in English', async () => {
    const item = await published({ name: { zh: '儿童三轮车跌落检测', en: 'Drop test of tricycles' } });
    const answer = await ask('?language=zh');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const zh = Buffer.from(await answer.arrayBuffer());
    expect(zh.subarray(0, 5).toString()).toBe('%PDF-');
    const [cover = '', contents = '', ...chapters] = pagesOf(zh);
    expect(cover).toContain('服务手册');
    expect(contents).toContain('儿童三轮车跌落检测');
    const text = chapters.join('\n');
    for (const said of ['检验检测', '儿童三轮车跌落检测', item.code, '面议', '承诺 15 个工作日', '照片'])
      expect(text).toContain(said);
    expect(text).toContain('平湖市新华路 1 号');
    expect(text).toContain('0573-85000000');
    const en = pagesOf(await read('?language=en')).join('\n');
    for (const said of ['Contents', 'Drop test of tricycles', '15 working days promised', 'Photos', 'on request'])
      expect(en).toContain(said);
  });

  it('numbers its pages, and its contents say the right ones', async () => {
    for (let index = 0; index < 12; index += 1)
      await published({ element: 'brand', name: { zh: `品牌服务第${index}项`, en: `Brand service ${index}` } });
    const pages = pagesOf(await read('?language=zh'));
    pages.slice(1).forEach((page, index) => expect(page).toContain(`${index + 2} / ${pages.length}`));
    const lines = (pages[1] ?? '').split('\n');
    const pageOf = Number(lines[lines.indexOf('品牌服务第11项') + 1]);
    expect(pages[pageOf - 1]).toContain('品牌服务第11项');
    expect(pageOf).toBeGreaterThan(Number(lines[lines.indexOf('品牌服务第0项') + 1]));
  });

  it('is in the language of the reader unless one is named', async () => {
    const inEnglish = await ask('', { 'accept-language': 'en' });
    expect(inEnglish.headers.get('content-disposition')).toContain('handbook-en.pdf');
    expect((await ask('?language=zh', { 'accept-language': 'en' })).headers.get('content-disposition')).toContain('zh');
    expect((await ask('?language=fr')).status).toBe(400);
  });

  it('is the same bytes and the same version while the catalogue is the same: whoever has it gets nothing again', async () => {
    const first = await ask('?language=en');
    const tag = first.headers.get('etag') ?? '';
    const again = await ask('?language=en', { 'if-none-match': tag });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    expect((await ask('?language=zh', { 'if-none-match': tag })).status).toBe(200);
    await published({ name: { zh: '新的事项', en: 'A new one' } });
    expect((await ask('?language=en', { 'if-none-match': tag })).status).toBe(200);
  });

  it('leaves out what is retired, what was replaced and what is a draft', async () => {
    const retired = await published({ name: { zh: '停用的事项', en: 'Retired one' } });
    expect(pagesOf(await read('?language=zh')).join('')).toContain('停用的事项');
    await act(retired.id, 'retire');
    await window.http.post(`${base}/service-items`, anItem({ name: { zh: '还是草稿', en: 'Draft' } }), {
      as: administrator,
    });
    const text = pagesOf(await read('?language=zh')).join('\n');
    expect(text).not.toContain('停用的事项');
    expect(text).not.toContain('还是草稿');
  });

  it('stays small with hundreds of items, and is written once for many readers', async () => {
    await window.dataSource.query(
      `insert into service_item (id, code, item_version, element, name, description, fields, documents, price_text,
         promised_days, duration_days, answer_within_days, eligible_provider_ids, standards, auto_accept, status,
         published_at, version, created_at, updated_at)
       select gen_random_uuid(), 'many-' || n, 1, 'testing', jsonb_build_object('zh', '第' || n || '项', 'en', 'Item ' || n),
         jsonb_build_object('zh', repeat('按现行标准检测并出具报告。', 12), 'en', repeat('Tested to the standard. ', 12)),
         '{}', '[]', '{"zh":"面议","en":"on request"}', 10, 5, 2, '{}', '{}', false, 'published', now(), 1, now(), now()
       from generate_series(1, 300) as n`,
    );
    const books = await Promise.all([1, 2, 3].map(() => read('?language=zh')));
    expect(books.map(({ length }) => length < 2 * MEGABYTE)).toEqual([true, true, true]);
    expect(books[1]?.equals(books[0]!)).toBe(true);
    expect(pagesOf(books[0]!).join('\n')).toContain('第300项');
  });
});
