import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { actor, startTestService, waitFor, type TestService } from '@qi/testing';
import { administrator, api, standards } from '../../test/standards';
import { migrations } from '../data-source';
import { ImportRunner } from './import.runner';

/** 儿童三轮车 in GB 18030. */
const TRICYCLE = [0xb6, 0xf9, 0xcd, 0xaf, 0xc8, 0xfd, 0xc2, 0xd6, 0xb3, 0xb5];
/** 标准号,标准名称 in GB 18030. */
const HEADER = [0xb1, 0xea, 0xd7, 0xbc, 0xba, 0xc5, 0x2c, 0xb1, 0xea, 0xd7, 0xbc, 0xc3, 0xfb, 0xb3, 0xc6];

let service: TestService;
let folder: string;
const as = { as: administrator };

interface Run {
  readonly id: string;
  readonly status: string;
  readonly line: number;
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
  readonly refused: number;
  readonly problem?: { readonly en: string };
}

async function upload(name: string, content: string | Uint8Array<ArrayBuffer>, fields: object = {}): Promise<Run> {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  for (const [field, value] of Object.entries(fields)) form.set(field, String(value));
  const started = await service.http.post<Run>(`${api}/imports`, form, as);
  expect(started.status).toBe(201);
  return ended(started.body.id);
}

async function ended(id: string): Promise<Run> {
  const look = async () => (await service.http.get<Run>(`${api}/imports/${id}`, as)).body;
  return waitFor(async () => ((await look()).status === 'running' ? undefined : look()), {
    what: 'the end of the import',
  });
}

const stored = () =>
  service.dataSource.query<{ number: string; title: { zh: string } }[]>('select * from standard order by number');
const iso = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `ISO ${n + 1}:2001`, title: `Part ${n}`, stage: '60.60' }),
  ).join('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qi-import-'));
  service = await startTestService(standards, { migrations, kafka: false });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => service.dataSource.query('truncate standard, standard_relation, outbox, import_run cascade'));

describe('an import', () => {
  const catalogue = [
    { id: 'ISO 4287:1997', title: 'Profile', stage: '95.99', rel: [['updates', 'ISO 21920-2:2021']] },
    {
      id: 'ISO 21920-2:2021',
      title: 'Areal',
      published: '2021-12',
      stage: '60.60',
      rel: [['obsoletes', 'ISO 4287:1997']],
    },
    { id: 'ISO 21920-2-2021', title: 'The same again', stage: '60.60' },
    { id: 'ISO/CD 9:2027', title: 'Draft', stage: '30.20' },
  ].map((record) => JSON.stringify(record));

  it('stores a catalogue, says line by line what it refused and why, and tells providers who follows whom', async () => {
    const run = await upload('iso.jsonl', [...catalogue, 'nonsense'].join('\n'));
    expect(run).toMatchObject({ status: 'done', line: 5, added: 2, refused: 3 });
    const { body } = await service.http.get<{ items: { line: number; field: string }[] }>(
      `${api}/imports/${run.id}/refusals`,
      as,
    );
    expect(body.items.map(({ line, field }) => `${line} ${field}`)).toEqual(['3 number', '4 stage', '5 ']);
    const facts = await service.dataSource.query<{ data: string }[]>('select data from outbox');
    expect(facts.map(({ data }) => JSON.parse(data) as object)).toContainEqual(
      expect.objectContaining({ number: 'ISO 4287:1997', successors: ['ISO 21920-2:2021'] }),
    );
  });

  it('that is repeated changes nothing and tells nobody', async () => {
    await upload('iso.jsonl', catalogue.join('\n'));
    await service.dataSource.query('truncate outbox');
    expect(await upload('iso.jsonl', catalogue.join('\n'))).toMatchObject({ added: 0, changed: 0, kept: 2 });
    expect(await service.dataSource.query('select from outbox')).toEqual([]);
  });

  it('takes a table in GB 18030, with quoted cells and a header of its own', async () => {
    const bytes = Uint8Array.from([
      ...HEADER,
      0x0a,
      ...Buffer.from('GB/T 14747-2025,"'),
      ...TRICYCLE,
      ...Buffer.from('"\r\n'),
    ]);
    expect(await upload('国家标准.csv', bytes)).toMatchObject({ added: 1, refused: 0 });
    expect(await stored()).toMatchObject([{ number: 'GB/T 14747-2025', title: { zh: '儿童三轮车' } }]);
    const mapping = JSON.stringify({ Nr: 'number', Name: 'titleEn' });
    expect(await upload('own.csv', 'Nr,Name\nGB/T 1-2020,"Two\nlines"', { mapping })).toMatchObject({ added: 1 });
  });

  it('takes a workbook with dates and the results of formulas', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('标准');
    sheet.addRow(['强制性国家标准目录']);
    sheet.addRow(['标准号', '标准名称', '实施日期']);
    sheet.addRow([{ formula: 'A1', result: 'GB 46517-2025' }, '通用安全要求', new Date('2026-11-01T00:00:00Z')]);
    const file = Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(await upload('standards.xlsx', file)).toMatchObject({ status: 'done', added: 1 });
    expect(await stored()).toMatchObject([{ number: 'GB 46517-2025', in_force_from: '2026-11-01', mandatory: true }]);
  });

  it('refuses a file that is neither UTF-8 nor GB 18030 as a whole: no row of it is guessed at', async () => {
    const bytes = Uint8Array.from([...Buffer.from('number,title\nGB/T 1-2020,'), 0xff, 0xff]);
    const run = await upload('mixed.csv', Uint8Array.from([...bytes, ...Buffer.from('\nGB/T 2-2020,Two\n')]));
    expect(run).toMatchObject({ status: 'failed', added: 0, refused: 0 });
    expect(await stored()).toEqual([]);
  });

  it.each<[string, string, string | Uint8Array<ArrayBuffer>]>([
    ['a broken workbook', 'x.xlsx', 'PK broken'],
    ['half a workbook', 'x.xlsx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0])],
    ['a table without numbers', 'x.csv', '名称\n三轮车'],
    ['a table in UTF-16', 'x.csv', Uint8Array.from(Buffer.from('标准号,名称\nGB 1-2020,一', 'utf16le'))],
  ])('fails on %s with words for people', async (_, name, content) =>
    expect(await upload(name, content)).toMatchObject({
      status: 'failed',
      problem: { en: expect.any(String) as string },
    }),
  );

  it('is refused for another kind of file, a mapping of nothing, no file, and anyone but administrators', async () => {
    const send = async (name: string | undefined, mapping = '{}', who = administrator) => {
      const form = new FormData();
      if (name) form.set('file', new Blob(['x']), name);
      form.set('mapping', mapping);
      return (await service.http.post(`${api}/imports`, form, { as: who })).status;
    };
    expect(await send('x.pdf')).toBe(422);
    expect(await send('x.csv', '{"a":"b"}')).toBe(422);
    expect(await send(undefined)).toBe(422);
    expect(await send('x.csv', '{}', actor('clerk'))).toBe(403);
  });
});

describe('an import that was stopped', () => {
  it('goes on where it was, with nothing lost and nothing twice', async () => {
    const path = join(folder, 'iso.jsonl');
    writeFileSync(path, iso(3500));
    const runner = service.app.get(ImportRunner);
    const { id } = await runner.open({ name: 'iso.jsonl', path, uploaded: false }, {}, { sub: 'x', name: 'x' });
    const stop = new AbortController();
    await runner.run(id, stop.signal, (line) => line >= 2000 && stop.abort());
    const half = (await service.http.get<Run>(`${api}/imports/${id}`, as)).body;
    expect(half).toMatchObject({ status: 'running', line: 2000, added: 2000 });
    await Promise.all([1, 2].map(() => runner.run(id, new AbortController().signal)));
    expect(await ended(id)).toMatchObject({ status: 'done', line: 3500, added: 3500, refused: 0 });
    const facts = await service.dataSource.query<object[]>('select from outbox');
    expect([facts.length, (await stored()).length]).toEqual([3500, 3500]);
  });
});
