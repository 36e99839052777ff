import { actor, startTestService, type TestService } from '@qi/testing';
import { administrator, api, generalRules, newTricycle, oldTricycle, standards } from '../../test/standards';
import type { StandardBody } from '../../test/standards';
import { migrations } from '../data-source';

let service: TestService;
const as = { as: administrator };
const at = (path: string, query: Record<string, string>) => `${api}/public/${path}?${new URLSearchParams(query)}`;
const enter = (body: object) => service.http.post<StandardBody>(`${api}/standards`, body, as);

interface Fact {
  readonly number: string;
  readonly endsOn?: string;
  readonly successors: readonly string[];
}

async function facts(): Promise<Fact[]> {
  const rows = await service.dataSource.query<{ data: string }[]>('select data from outbox order by seq');
  await service.dataSource.query('delete from outbox');
  return rows.map(({ data }) => JSON.parse(data) as Fact);
}

beforeAll(async () => {
  service = await startTestService(standards, { migrations, kafka: false });
});
afterAll(() => service.close());
beforeEach(() => service.dataSource.query('truncate standard, standard_relation, outbox'));

describe('a standard entered by form', () => {
  it('is found under any spelling of its number, with its status on the day asked for', async () => {
    expect((await enter(oldTricycle)).status).toBe(201);
    const on = async (day: string) =>
      (await service.http.get<StandardBody>(at('standard', { number: 'ＧＢ14747－2006', on: day }))).body;
    expect(await on('2026-10-31')).toMatchObject({ number: 'GB 14747-2006', status: 'in-force', mandatory: true });
    expect(await on('2026-11-01')).toMatchObject({ status: 'withdrawn' });
  });

  it('tells providers of itself, and anew of the standard whose place it takes', async () => {
    await enter(oldTricycle);
    expect(await facts()).toMatchObject([{ number: 'GB 14747-2006', successors: [], endsOn: '2026-10-31' }]);
    await enter(newTricycle);
    await enter(generalRules);
    expect((await facts()).map(({ number, successors }) => `${number} → ${successors.join(', ')}`)).toEqual([
      'GB 14747-2006 → GB/T 14747-2025',
      'GB/T 14747-2025 → ',
      'GB 14747-2006 → GB 46517-2025, GB/T 14747-2025',
      'GB 46517-2025 → ',
    ]);
  });

  it('shows what stands in the place of the old one on a day', async () => {
    for (const body of [oldTricycle, newTricycle, generalRules]) await enter(body);
    const { body } = await service.http.get<{ inForce: StandardBody[]; after: { extent: string }[] }>(
      at('succession', { number: 'GB14747-2006', on: '2026-11-05' }),
    );
    expect(body.inForce.map(({ number }) => number).sort()).toEqual(['GB 46517-2025', 'GB/T 14747-2025']);
    expect(body.after.map(({ extent }) => extent).sort()).toEqual(['part', 'whole']);
  });

  it('says of others all that the field knows, with how much, to what degree and since when', async () => {
    const relations = [
      { kind: 'replaces', other: 'GB 14747-2006', extent: 'clause', clauses: ['5.8', '5.9'], since: '2026-11-01' },
      { kind: 'adopts', other: 'ISO 8124-1:2018', degree: 'MOD' },
      { kind: 'amended-by', other: 'GB/T 14747-2025/XG1-2027' },
      { kind: 'split-into', other: 'GB/T 14747.1-2030' },
      { kind: 'merged-from', other: 'GB 6675.3-2014' },
    ];
    const { status, body } = await enter({ ...newTricycle, relations });
    expect([status, body.relations]).toEqual([
      201,
      expect.arrayContaining(
        relations.map((relation) => expect.objectContaining({ ...relation, number: 'GB/T 14747-2025' }) as object),
      ),
    ]);
  });

  it.each([
    ['JJG 41-1990', 'JJF 1207-2008'],
    ['ISO 4287:1997', 'ISO 21920-2:2021'],
  ])('%s gives way to another family, %s', async (old, successor) => {
    const title = { en: 'Indicators' };
    await enter({ number: old, title, withdrawn: true });
    await enter({ number: successor, title, relations: [{ kind: 'replaces', other: old }] });
    const { body } = await service.http.get<{ inForce: StandardBody[] }>(
      at('succession', { number: old, on: '2026-11-22' }),
    );
    expect(body.inForce.map(({ number }) => number)).toEqual([successor]);
    expect(await facts()).toContainEqual(expect.objectContaining({ number: old, successors: [successor] }));
  });

  it('is refused twice, undated, with every fault at once, and to anyone but administrators', async () => {
    await enter(oldTricycle);
    expect((await enter({ ...oldTricycle, number: 'GB14747—2006' })).status).toBe(409);
    const { status, body } = await service.http.post<{ errors: { pointer: string }[] }>(
      `${api}/standards`,
      { ...newTricycle, number: 'GB/T 14747', ics: ['x'] },
      as,
    );
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([400, ['/number', '/ics']]);
    expect((await service.http.post(`${api}/standards`, newTricycle, { as: actor('clerk') })).status).toBe(403);
  });
});

describe('a correction', () => {
  const put = (id: string, version: number, body: object) =>
    service.http.put<StandardBody>(`${api}/standards/${id}`, body, {
      ...as,
      headers: { 'if-match': `"${version}"` },
    });

  it('takes back a relation, and the old standard is told to have no successor', async () => {
    await enter(oldTricycle);
    const { id, version } = (await enter(newTricycle)).body;
    await facts();
    const corrected = await put(id, version, { ...newTricycle, relations: [] });
    expect(corrected.body.relations).toEqual([]);
    expect(await facts()).toMatchObject([
      { number: 'GB 14747-2006', successors: [] },
      { number: 'GB/T 14747-2025', successors: [] },
    ]);
  });

  it('that says nothing new tells nobody', async () => {
    const { id, version } = (await enter(oldTricycle)).body;
    await facts();
    expect((await put(id, version, oldTricycle)).body.version).toBe(version);
    expect(await facts()).toEqual([]);
  });

  it('is refused on a stale version and for another number', async () => {
    const { id, version } = (await enter(oldTricycle)).body;
    expect((await put(id, version + 1, oldTricycle)).status).toBe(412);
    expect((await put(id, version, newTricycle)).status).toBe(409);
  });
});
