import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, Timers } from '@qi/platform';
import { Accreditations } from '@qi/provider';
import { aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import type { DataSource } from 'typeorm';
import { admitted, institutions } from '../../test/institutions';
import { RegisterQueries } from '../candidates/register.queries';
import { entities, migrations } from '../data-source';
import { RegisterLoad } from './register-load.runner';

const HEADER = 'institution,site,scheme,certNo,category,object,parameter,method,limitNote,validFrom,validTo';

let service: TestService;
let dataSource: DataSource;
let folder: string;
let labs: { id: string; uscc: string }[];

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
  const { url } = service.dataSource.options as { url: string };
  dataSource = await createDataSource({ url, entities, migrations, pipeline: false }).initialize();
  folder = await mkdtemp(join(tmpdir(), 'register-'));
});
afterAll(async () => {
  await dataSource.destroy();
  await service.close();
  await rm(folder, { recursive: true });
});
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate institution, scope_line, outbox cascade');
  labs = [];
  for (const uscc of [aUscc(), aUscc()]) labs.push({ uscc, ...(await admitted(service, uscc, [])) });
});

function row(lab: number, parameter: string, more: Record<string, string> = {}): string {
  const { site = '总部', certNo = 'C1', method = 'GB/T14747—2025', limitNote = '', validTo = '2099-12-31' } = more;
  return [
    labs[lab]?.uscc,
    site,
    'CMA',
    certNo,
    '玩具/童车',
    '儿童 三轮车',
    parameter,
    method,
    limitNote,
    '2026-11-01',
    validTo,
  ].join(',');
}

async function load(rows: readonly string[], header = HEADER) {
  const file = join(folder, 'register.csv');
  await writeFile(file, [header, ...rows].join('\n'));
  const get = <T>(type: abstract new (...args: never[]) => T) => service.app.get<T>(type, { strict: false });
  return new RegisterLoad(dataSource, get(Timers), get(Accreditations), service.clock).run(file);
}

const lines = () =>
  service.dataSource.query<Record<string, unknown>[]>(
    `select parameter, version, cert_no, status, standard, object_key, category, limit_note, valid_to, rev_to is null as current
     from scope_line order by institution_id, parameter, version`,
  );
const definitions = () =>
  service.dataSource.query<object[]>(
    `select indexdef as def from pg_indexes where tablename = 'scope_line'
     union select conname::text || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'scope_line'::regclass
     union select column_name::text || coalesce(column_default, '') from information_schema.columns where table_name = 'scope_line'
     union select tgname::text || tgenabled::text from pg_trigger where tgrelid = 'scope_line'::regclass and not tgisinternal order by 1`,
  );

async function heldNow(parameter: string): Promise<number> {
  const { columns } = await service.app.get(RegisterQueries, { strict: false }).current(service.dataSource.manager);
  const keys = columns.keys.of('GB/T 14747', '儿童三轮车').filter((key) => columns.keys.parameterOf(key) === parameter);
  return keys.reduce((sum, key) => sum + columns.held(key).length, 0);
}

describe('a register file', () => {
  it('fills an empty register, refuses what cannot be read, and is seen by decisions', async () => {
    const before = await definitions();
    const loaded = await load([
      row(0, '稳定性', { limitNote: '只用"第二法"' }),
      row(0, '锐边', { validTo: '2026-11-02' }),
      row(0, '稳定性'),
      row(0, '小零件', { site: '分场所' }),
      row(0, '小零件', { method: '暂无' }),
      row(0, '小零件', { validTo: '2026-02-31x' }),
      row(1, '稳定性'),
      row(1, '稳定性').replace(labs[1]?.uscc ?? '', 'nobody'),
    ]);
    expect(loaded).toMatchObject({ added: 3, changed: 0, kept: 0, gone: 0, refused: 5 });
    expect(loaded.refusals.map(({ line, field }) => [line, field])).toEqual([
      [4, 'row'],
      [5, 'site'],
      [6, 'method'],
      [7, 'validTo'],
      [9, 'institution'],
    ]);
    const rows = await lines();
    expect(rows).toHaveLength(3);
    expect(rows.find(({ limit_note: note }) => note !== null)).toMatchObject({
      ...{ parameter: '稳定性', version: 1, status: 'active', standard: 'GB/T 14747-2025', object_key: '儿童三轮车' },
      ...{ category: ['玩具', '童车'], limit_note: '只用"第二法"' },
    });
    expect(rows.find(({ parameter }) => parameter === '锐边')?.status).toBe('expired');
    expect(await heldNow('稳定性')).toBe(2);
    expect(await definitions()).toEqual(before);
  });

  it('changes nothing when it is read again, and only what differs when it has changed', async () => {
    const first = [row(0, '稳定性'), row(0, '锐边'), row(0, '小零件', { validTo: '2026-11-02' }), row(1, '稳定性')];
    await load(first);
    expect(await load(first)).toMatchObject({ added: 0, changed: 0, kept: 4, gone: 0 });
    expect((await lines()).every(({ version }) => version === 1)).toBe(true);
    const next = [row(0, '稳定性', { certNo: 'C2', validTo: '2031-12-31' }), row(0, '噪声'), row(1, '稳定性')];
    expect(await load(next)).toMatchObject({ added: 1, changed: 1, kept: 1, gone: 1 });
    const now = (await lines()).filter(({ current }) => current);
    expect(now.map(({ parameter, version, cert_no: certNo, status }) => [parameter, version, certNo, status])).toEqual(
      expect.arrayContaining([
        ['稳定性', 2, 'C2', 'active'],
        ['锐边', 2, 'C1', 'expired'],
        ['小零件', 1, 'C1', 'expired'],
        ['噪声', 1, 'C1', 'active'],
        ['稳定性', 1, 'C1', 'active'],
      ]),
    );
    expect([await heldNow('噪声'), await heldNow('稳定性')]).toEqual([1, 2]);
  });

  it('is refused whole where it cannot be trusted, and leaves the register as it was', async () => {
    const before = await definitions();
    await expect(load([row(0, '稳定性'), row(1, '稳定性'), row(0, '锐边')])).rejects.toMatchObject({
      code: 'register-file/scattered',
    });
    await expect(load([], 'institution,site')).rejects.toMatchObject({ code: 'register-file/header' });
    expect([await lines(), await definitions()]).toEqual([[], before]);
  });
});
