import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { AnnexIntakeService, AnnexRunner } from '@qi/provider';
import { actor, aUscc } from '@qi/testing';
import { AnnexBench, csv, FIRST, HEADER, TODAY_ON } from '../../test/annex-bench';
import { administrator, anApplication, api, coordinatorOf } from '../../test/institutions';

const bench = new AnnexBench();

describe('a row', () => {
  it('says line by line what it refused and why, in both languages', async () => {
    const annex = await bench.submitted(
      '附表.csv',
      csv(
        '1,P1,玩具,铅,,暂无,',
        '2,P2,玩具,镉,,自编方法 3,',
        '3,P3,玩具,汞,,GB/T 1-2020,',
        '4,P3,玩具,汞,,GB/T 1-2020,无',
      ),
    );
    expect(annex).toMatchObject({ added: 1, refused: 3 });
    const refusals = await bench.refusalsOf(annex);
    expect(refusals.map(({ line, field, value }) => `${line} ${field} ${value}`)).toEqual([
      '2 methods 暂无',
      '3 methods 自编方法 3',
      '5 row 玩具 汞 GB/T 1-2020',
    ]);
    expect(refusals.every(({ words }) => words.zh !== '' && words.en !== '')).toBe(true);
  });
});

describe('files', () => {
  it('in GB 18030 are read', async () => {
    // 类别,参数,标准号 and 玩具,铅
    const header = [
      0xc0, 0xe0, 0xb1, 0xf0, 0x2c, 0xb2, 0xce, 0xca, 0xfd, 0x2c, 0xb1, 0xea, 0xd7, 0xbc, 0xba, 0xc5, 0x0a,
    ];
    const row = [0xcd, 0xe6, 0xbe, 0xdf, 0x2c, 0xc7, 0xa6, 0x2c, ...Buffer.from('GB/T 22788-2016')];
    const annex = await bench.submitted('附表.csv', Uint8Array.from([...header, ...row]));
    expect(await bench.linesOf(annex, 'added')).toEqual(['玩具 铅 GB/T 22788-2016']);
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
    const annex = await bench.submitted('附表.xlsx', Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer())));
    expect(await bench.linesOf(annex, 'added')).toEqual([
      '金属家具 甲醛释放量 GB/T 3325-2024',
      '金属家具 耐腐蚀 GB/T 3325-2024',
      '金属家具 涂层 GB/T 3325-2024',
    ]);
    expect((await bench.refusalsOf(annex)).map(({ line, field }) => `${line} ${field}`)).toEqual(['6 methods']);
  });

  it.each<[string, string, Uint8Array<ArrayBuffer>]>([
    ['a broken workbook', 'x.xlsx', Uint8Array.from(Buffer.from('PK broken'))],
    ['no header', 'x.csv', Uint8Array.from(Buffer.from('名称\n三轮车'))],
    ['an encoding that is none of ours', 'x.csv', Uint8Array.from([0xff, 0xfe, 0x4e, 0x00, 0xff, 0xff])],
  ])('with %s fail with words for people', async (_, name, content) =>
    expect(await bench.submitted(name, content)).toMatchObject({
      status: 'failed',
      problem: { en: expect.any(String) as string },
    }),
  );
});

describe('sites', () => {
  it('are told by the number of the place; a number that is not mapped is refused', async () => {
    const sites = ['总部', '总部'].map((name, at) => ({ name, address: `平湖市新华路 ${at} 号`, areaCode: '330482' }));
    const changes = { sites };
    const { body } = await bench.service.http.post<{ id: string; sites: { id: string }[] }>(
      `${api}/institutions`,
      anApplication(aUscc(), changes),
      { as: administrator },
    );
    bench.home = { id: body.id, siteId: '' };
    const places = JSON.stringify({ '01': body.sites[0]!.id, '02': body.sites[1]!.id });
    const rows = ['玩具,铅,GB/T 1-2020,01', '玩具,镉,GB/T 1-2020,02', '玩具,汞,GB/T 1-2020,03'];
    const annex = await bench.submitted('附表.csv', ['类别,参数,标准号,场所编号', ...rows].join('\n'), { places });
    expect(annex).toMatchObject({ added: 2, refused: 1 });
    const stored = await bench.service.dataSource.query('select site_id from annex_line order by n');
    expect(stored).toEqual(body.sites.map(({ id }) => ({ site_id: id })));
  });
});

describe('who', () => {
  it('submits for another institution finds none', async () => {
    const stranger = coordinatorOf('0193a000-0000-7000-8000-00000000ffff');
    expect((await bench.send('1.csv', FIRST, {}, stranger)).status).toBe(404);
    expect((await bench.send('1.csv', FIRST, {}, actor('clerk'))).status).toBe(403);
  });

  it.each<[string, object, number]>([
    ['days in the wrong order', { validFrom: '2027-01-01', validTo: '2026-01-01' }, 422],
    ['a day that is none', { validFrom: '2026-02-30' }, 400],
    ['places that are no JSON', { places: '[' }, 422],
    ['a site of somebody else', { siteId: '0193a000-0000-7000-8000-00000000ffff' }, 422],
    ['a mapping of nothing', { mapping: '{"a":"b"}' }, 422],
  ])('sends %s is told so', async (_, fields, status) =>
    expect((await bench.send('1.csv', FIRST, fields)).status).toBe(status),
  );

  it('sends another kind of file is told so', async () => expect((await bench.send('1.pdf', FIRST)).status).toBe(422));
});

describe('reading that was stopped', () => {
  it('goes on where it was, with nothing lost and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qi-annex-'));
    const path = join(folder, 'long.csv');
    const rows = Array.from({ length: 3_500 }, (_, n) => `${n},P,玩具,参数 ${n},,GB/T ${n + 1}-2020,`);
    writeFileSync(path, csv(...rows));
    const intake = bench.service.app.get(AnnexIntakeService);
    const runner = bench.service.app.get(AnnexRunner);
    const details = {
      ...{ scheme: 'CMA', certNo: '1', extent: 'whole', ...TODAY_ON },
      ...{ places: {}, onlySite: null, mapping: {}, uploaded: false },
    } as const;
    const { id } = await intake.open(bench.home.id, { originalname: 'long.csv', path }, details, administrator);
    const stop = new AbortController();
    await runner.run(id, stop.signal, (line) => line >= 2_000 && stop.abort());
    expect(await bench.get(id)).toMatchObject({ status: 'reading', line: 2_001 });
    await Promise.all([1, 2].map(() => runner.run(id, new AbortController().signal)));
    expect(await bench.read(id)).toMatchObject({ status: 'proposed', line: 3_501, added: 3_500, refused: 0 });
    rmSync(folder, { recursive: true });
  });
});
