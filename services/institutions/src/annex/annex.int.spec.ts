import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { addDays, toBusinessDate } from '@qi/kernel';
import { AnnexIntakeService, AnnexRunner } from '@qi/provider';
import { actor, aUscc, checkAfterEach, startTestService, waitFor, type TestService } from '@qi/testing';
import {
  administrator,
  admitted,
  anApplication,
  api,
  clerk,
  coordinatorOf,
  institutions,
} from '../../test/institutions';
import { migrations } from '../data-source';

interface Annex {
  readonly id: string;
  readonly status: string;
  readonly line: number;
  readonly refused: number;
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
  readonly gone: number;
  readonly problem: { readonly en: string } | null;
  readonly type?: string;
  readonly detail?: string;
}

const HEADER = '序号,产品/项目编号,类别,产品/项目/参数,标准(方法)名称,标准号,限制范围';
const TODAY_ON = { validFrom: '2026-01-01', validTo: '2099-12-31' };

let service: TestService;
let folder: string;
let home: { readonly id: string; readonly siteId: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qi-annex-'));
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate institution, outbox cascade');
  home = await admitted(service, aUscc(), []);
});

async function send(name: string, content: string | Uint8Array<ArrayBuffer>, fields: object = {}, as = administrator) {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const all = { scheme: 'CMA', certNo: '231100340088', ...TODAY_ON, ...fields };
  for (const [field, value] of Object.entries(all)) form.set(field, String(value));
  return service.http.post<Annex>(`${api}/institutions/${home.id}/annexes`, form, { as });
}

async function read(id: string): Promise<Annex> {
  const look = async () => (await service.http.get<Annex>(`${api}/annexes/${id}`, { as: administrator })).body;
  return waitFor(async () => ((await look()).status === 'reading' ? undefined : look()), {
    what: 'the end of reading',
  });
}

async function submitted(name: string, content: string | Uint8Array<ArrayBuffer>, fields: object = {}): Promise<Annex> {
  const { status, body } = await send(name, content, fields);
  expect([status, body.detail]).toEqual([201, undefined]);
  return read(body.id);
}

const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');
const post = (path: string, body: object = {}, as = administrator) =>
  service.http.post<Annex>(`${api}/annexes/${path}`, body, { as });
const approved = async (annex: Annex, body: object = {}) => (await post(`${annex.id}/approve`, body)).body;
const linesOf = async ({ id }: Annex, change: string) =>
  (
    await service.http.get<{ items: { object: string; parameter: string; standard: string; fields: string[] }[] }>(
      `${api}/annexes/${id}/lines?change=${change}`,
      { as: administrator },
    )
  ).body.items.map(({ object, parameter, standard, fields }) => [object, parameter, standard, ...fields].join(' '));
const refusalsOf = async ({ id }: Annex) =>
  (
    await service.http.get<{
      items: { line: number; field: string; value: string; words: { zh: string; en: string } }[];
    }>(`${api}/annexes/${id}/refusals`, { as: administrator })
  ).body.items;
const held = async () =>
  (
    await service.dataSource.query<Record<string, string>[]>(
      `select parameter, status, limit_note, valid_from, valid_to, version from scope_line
       where rev_to is null order by parameter, standard`,
    )
  ).map(({ parameter, status, limit_note, valid_from, valid_to }) =>
    [parameter, status, limit_note ?? '', valid_from, valid_to].join(' '),
  );

const FIRST = csv(
  '1,P1,儿童三轮车,稳定性,儿童三轮车,GB/T 14747-2025,无',
  '2,P2,儿童三轮车,锐边,儿童三轮车,GB/T 14747-2025,',
  '3,P3,儿童三轮车,小零件,儿童三轮车,"GB 6675.2-2014 5.8,5.9",',
  '合计,,,,,3,',
);

describe('an annex', () => {
  it('is read, compared, approved, and then is what the institution may do', async () => {
    const annex = await submitted('能力附表.csv', FIRST);
    expect(annex).toMatchObject({ status: 'proposed', line: 4, refused: 0, added: 3, changed: 0, kept: 0, gone: 0 });
    expect(await held()).toEqual([]);
    expect(await approved(annex)).toMatchObject({ status: 'active' });
    expect(await held()).toEqual([
      '小零件 active  2026-01-01 2099-12-31',
      '稳定性 active 无 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
  });

  it('has open jobs judged again when it takes something away, and not when it only adds', async () => {
    const losses = () =>
      service.dataSource.query(
        'select provider_id, kind, affected_from from accreditation_loss where provider_id = $1',
        [home.id],
      );
    await approved(await submitted('能力附表.csv', FIRST));
    expect(await losses()).toEqual([]);
    await approved(await submitted('新附表.csv', csv('1,P1,儿童三轮车,稳定性,儿童三轮车,GB/T 14747-2025,无')));
    expect(await losses()).toEqual([{ provider_id: home.id, kind: 'expired', affected_from: TODAY_ON.validFrom }]);
  });

  it('says line by line what it refused and why, in both languages', async () => {
    const annex = await submitted(
      '附表.csv',
      csv(
        '1,P1,玩具,铅,,暂无,',
        '2,P2,玩具,镉,,自编方法 3,',
        '3,P3,玩具,汞,,GB/T 1-2020,',
        '4,P3,玩具,汞,,GB/T 1-2020,无',
      ),
    );
    expect(annex).toMatchObject({ added: 1, refused: 3 });
    const refusals = await refusalsOf(annex);
    expect(refusals.map(({ line, field, value }) => `${line} ${field} ${value}`)).toEqual([
      '2 methods 暂无',
      '3 methods 自编方法 3',
      '5 row 玩具 汞 GB/T 1-2020',
    ]);
    expect(refusals.every(({ words }) => words.zh !== '' && words.en !== '')).toBe(true);
  });

  it('that follows another is a new version: added, changed and gone', async () => {
    const first = await submitted('2026.csv', FIRST);
    await approved(first);
    const next = await submitted(
      '2027.csv',
      csv(
        '1,P1,儿童三轮车,稳定性,,GB/T 14747-2025,只用第二法',
        '2,P2,儿童三轮车,锐边,,GB/T 14747-2025,',
        '3,P3,儿童三轮车,噪声,,GB/T 14747-2025,',
      ),
    );
    expect(next).toMatchObject({ added: 1, changed: 1, kept: 1, gone: 1 });
    expect(await linesOf(next, 'changed')).toEqual(['儿童三轮车 稳定性 GB/T 14747-2025 limitNote']);
    expect(await linesOf(next, 'gone')).toEqual(['儿童三轮车 小零件 GB 6675.2-2014']);
    await approved(next);
    expect(await held()).toEqual([
      '噪声 active  2026-01-01 2099-12-31',
      expect.stringMatching(/^小零件 withdrawn/),
      '稳定性 active 只用第二法 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
    expect((await service.http.get<Annex>(`${api}/annexes/${first.id}`, { as: clerk })).body.status).toBe('superseded');
    const [{ count } = { count: '' }] = await service.dataSource.query<{ count: string }[]>(
      `select count(*) from scope_line where parameter = '稳定性'`,
    );
    expect(count).toBe('2');
  });

  it('of a later day ends and announces lines at once and changes the others on its day', async () => {
    const today = toBusinessDate(service.clock.now());
    const [eve, day] = [addDays(today, 9), addDays(today, 10)];
    await approved(await submitted('1.csv', FIRST));
    const next = await submitted(
      '2.csv',
      csv(
        '1,P1,儿童三轮车,稳定性,,GB/T 14747-2025,只测金属',
        '2,P4,儿童三轮车,噪声,,GB/T 14747-2025,',
        '2,P2,儿童三轮车,锐边,,GB/T 14747-2025,',
      ),
      { validFrom: day },
    );
    expect(await approved(next)).toMatchObject({ status: 'approved' });
    expect(await held()).toEqual([
      `噪声 active  ${day} 2099-12-31`,
      `小零件 active  2026-01-01 ${eve}`,
      '稳定性 active 无 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
    await service.advance(11 * 86_400_000);
    await waitFor(async () => ((await held())[2]?.includes('只测金属') ? true : undefined), {
      what: 'the day of the annex',
    });
    await waitFor(async () => ((await held())[1]?.includes('expired') ? true : undefined), {
      what: 'the end of the line',
    });
    expect((await read(next.id)).status).toBe('active');
  });

  it('that is the same again changes nothing', async () => {
    await approved(await submitted('1.csv', FIRST));
    const again = await submitted('1.csv', FIRST);
    expect(again).toMatchObject({ added: 0, changed: 0, kept: 3, gone: 0 });
    await approved(again);
    expect(await service.dataSource.query('select distinct version from scope_line')).toEqual([{ version: 1 }]);
  });

  it('that only extends the scope ends nothing', async () => {
    await approved(await submitted('1.csv', FIRST));
    const more = await submitted('扩项.csv', csv('1,P1,儿童三轮车,噪声,,GB/T 14747-2025,'), { extent: 'extension' });
    expect(more).toMatchObject({ added: 1, gone: 0 });
    await approved(more);
    expect((await held()).every((line) => line.includes('active'))).toBe(true);
  });

  it('is compared again when the register changed meanwhile', async () => {
    const [one, two] = [await submitted('1.csv', FIRST), await submitted('2.csv', FIRST)];
    await approved(one);
    const late = await post(`${two.id}/approve`);
    expect([late.status, late.body.type]).toEqual([409, 'urn:qi:problem:annex/register-changed']);
    expect(await read(two.id)).toMatchObject({ status: 'proposed', added: 0, kept: 3 });
    expect(await approved(two)).toMatchObject({ status: 'active' });
  });

  it('with refused rows does not end lines unless that is confirmed', async () => {
    await approved(await submitted('1.csv', FIRST));
    const next = await submitted('2.csv', csv('1,P1,儿童三轮车,稳定性,,暂无,'));
    const { status, body } = await post(`${next.id}/approve`);
    expect([status, body.type]).toEqual([409, 'urn:qi:problem:annex/refused-rows']);
    expect(await approved(next, { acceptRefusals: true })).toMatchObject({ status: 'active' });
  });

  it('may be rejected with a reason, and stays without effect', async () => {
    const annex = await submitted('1.csv', FIRST);
    expect((await post(`${annex.id}/reject`, { reason: '证书编号不符' })).body).toMatchObject({ status: 'rejected' });
    expect((await post(`${annex.id}/approve`)).status).toBe(409);
    expect(await held()).toEqual([]);
  });
});

describe('files', () => {
  it('in GB 18030 are read', async () => {
    // 类别,参数,标准号 and 玩具,铅
    const header = [
      0xc0, 0xe0, 0xb1, 0xf0, 0x2c, 0xb2, 0xce, 0xca, 0xfd, 0x2c, 0xb1, 0xea, 0xd7, 0xbc, 0xba, 0xc5, 0x0a,
    ];
    const row = [0xcd, 0xe6, 0xbe, 0xdf, 0x2c, 0xc7, 0xa6, 0x2c, ...Buffer.from('GB/T 22788-2016')];
    const annex = await submitted('附表.csv', Uint8Array.from([...header, ...row]));
    expect(await linesOf(annex, 'added')).toEqual(['玩具 铅 GB/T 22788-2016']);
  });

  it('of workbooks have merged cells and formulas', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('附表');
    sheet.addRow(['检验检测能力附表']);
    sheet.addRow(HEADER.split(','));
    sheet.addRow(['1', 'P1', '金属家具', '甲醛释放量', '', 'GB/T 3325-2024', '无']);
    sheet.addRow(['2', 'P2', '金属家具', '耐腐蚀', '', '', '']);
    sheet.addRow(['3', 'P3', '', '涂层', '', { formula: 'F3', result: 'GB/T 3325-2024' }, '']);
    sheet.addRow(['4', 'P4', '', '力学性能', '', { formula: 'F9' }, '']);
    sheet.mergeCells('F3:F4');
    sheet.mergeCells('C4:C6');
    const annex = await submitted('附表.xlsx', Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer())));
    expect(await linesOf(annex, 'added')).toEqual([
      '金属家具 甲醛释放量 GB/T 3325-2024',
      '金属家具 耐腐蚀 GB/T 3325-2024',
      '金属家具 涂层 GB/T 3325-2024',
    ]);
    expect((await refusalsOf(annex)).map(({ line, field }) => `${line} ${field}`)).toEqual(['6 methods']);
  });

  it.each<[string, string, Uint8Array<ArrayBuffer>]>([
    ['a broken workbook', 'x.xlsx', Uint8Array.from(Buffer.from('PK broken'))],
    ['no header', 'x.csv', Uint8Array.from(Buffer.from('名称\n三轮车'))],
    ['an encoding that is none of ours', 'x.csv', Uint8Array.from([0xff, 0xfe, 0x4e, 0x00, 0xff, 0xff])],
  ])('with %s fail with words for people', async (_, name, content) =>
    expect(await submitted(name, content)).toMatchObject({
      status: 'failed',
      problem: { en: expect.any(String) as string },
    }),
  );
});

describe('sites', () => {
  it('are told by the number of the place; a number that is not mapped is refused', async () => {
    const sites = ['总部', '总部'].map((name, at) => ({ name, address: `平湖市新华路 ${at} 号`, areaCode: '330482' }));
    const changes = { sites };
    const { body } = await service.http.post<{ id: string; sites: { id: string }[] }>(
      `${api}/institutions`,
      anApplication(aUscc(), changes),
      { as: administrator },
    );
    home = { id: body.id, siteId: '' };
    const places = JSON.stringify({ '01': body.sites[0]!.id, '02': body.sites[1]!.id });
    const rows = ['玩具,铅,GB/T 1-2020,01', '玩具,镉,GB/T 1-2020,02', '玩具,汞,GB/T 1-2020,03'];
    const annex = await submitted('附表.csv', ['类别,参数,标准号,场所编号', ...rows].join('\n'), { places });
    expect(annex).toMatchObject({ added: 2, refused: 1 });
    const stored = await service.dataSource.query('select site_id from annex_line order by n');
    expect(stored).toEqual(body.sites.map(({ id }) => ({ site_id: id })));
  });
});

describe('who', () => {
  it('submits for another institution finds none', async () => {
    const stranger = coordinatorOf('0193a000-0000-7000-8000-00000000ffff');
    expect((await send('1.csv', FIRST, {}, stranger)).status).toBe(404);
    expect((await send('1.csv', FIRST, {}, actor('clerk'))).status).toBe(403);
  });

  it('is of the institution submits and does not approve; a stranger sees nothing', async () => {
    const { body } = await send('1.csv', FIRST, {}, coordinatorOf(home.id));
    await read(body.id);
    expect((await post(`${body.id}/approve`, {}, coordinatorOf(home.id))).status).toBe(403);
    const elsewhere = actor('administrator', { areas: ['110000'] });
    expect((await post(`${body.id}/approve`, {}, elsewhere)).status).toBe(404);
    expect((await service.http.get(`${api}/annexes/${body.id}`, { as: elsewhere })).status).toBe(404);
    const { items } = (await service.http.get<{ items: object[] }>(`${api}/annexes`, { as: elsewhere })).body;
    expect(items).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['days in the wrong order', { validFrom: '2027-01-01', validTo: '2026-01-01' }, 422],
    ['a day that is none', { validFrom: '2026-02-30' }, 400],
    ['places that are no JSON', { places: '[' }, 422],
    ['a site of somebody else', { siteId: '0193a000-0000-7000-8000-00000000ffff' }, 422],
    ['a mapping of nothing', { mapping: '{"a":"b"}' }, 422],
  ])('sends %s is told so', async (_, fields, status) =>
    expect((await send('1.csv', FIRST, fields)).status).toBe(status),
  );

  it('sends another kind of file is told so', async () => expect((await send('1.pdf', FIRST)).status).toBe(422));
});

describe('reading that was stopped', () => {
  it('goes on where it was, with nothing lost and nothing twice', async () => {
    const path = join(folder, 'long.csv');
    const rows = Array.from({ length: 3_500 }, (_, n) => `${n},P,玩具,参数 ${n},,GB/T ${n + 1}-2020,`);
    writeFileSync(path, csv(...rows));
    const intake = service.app.get(AnnexIntakeService);
    const runner = service.app.get(AnnexRunner);
    const details = {
      scheme: 'CMA',
      certNo: '1',
      extent: 'whole',
      ...TODAY_ON,
      places: {},
      onlySite: null,
      mapping: {},
      uploaded: false,
    } as const;
    const { id } = await intake.open(home.id, { originalname: 'long.csv', path }, details, administrator);
    const stop = new AbortController();
    await runner.run(id, stop.signal, (line) => line >= 2_000 && stop.abort());
    const look = async () => (await service.http.get<Annex>(`${api}/annexes/${id}`, { as: administrator })).body;
    expect(await look()).toMatchObject({ status: 'reading', line: 2_001 });
    await Promise.all([1, 2].map(() => runner.run(id, new AbortController().signal)));
    expect(await read(id)).toMatchObject({ status: 'proposed', line: 3_501, added: 3_500, refused: 0 });
  });
});
