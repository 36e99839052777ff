import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { actor, aUscc, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, admitted, api, aScopeLine, clerk, coordinatorOf, institutions } from '../../test/institutions';
import type { ProblemBody } from '../../test/institutions';
import { migrations } from '../data-source';

interface Line {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly standard: string;
  readonly family: string;
  readonly limitNote: string | null;
  readonly revTo: string | null;
}
type Lines = { readonly items: readonly Line[]; readonly next?: string };
type Answered = Lines & ProblemBody;

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, outbox cascade'));

const post = <T = Answered>(path: string, body: unknown, as = administrator) =>
  service.http.post<T>(`${api}${path}`, body, { as });
const get = async (path: string, as = administrator) => (await service.http.get<Lines>(`${api}${path}`, { as })).body;
const count = async (): Promise<number> =>
  Number((await service.dataSource.query<{ count: string }[]>('select count(*) from scope_line'))[0]?.count);

async function entered(line: object = {}, active = true) {
  const { id, siteId } = await admitted(service, aUscc(), []);
  const { body } = await post(`/institutions/${id}/scope-lines`, { lines: [aScopeLine(siteId, line)], active });
  const [first] = body.items;
  if (!first) throw new Error(JSON.stringify(body));
  return { institutionId: id, siteId, line: first };
}

describe('a batch of lines', () => {
  it('is entered as proposals by the institution itself', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const lines = ['GB/T 14747-2025', 'ＧＢ46517—2025', 'GB 6675.2-2014 5.8,5.9'].map((method) =>
      aScopeLine(siteId, { method }),
    );
    const { status, body } = await post(`/institutions/${id}/scope-lines`, { lines }, coordinatorOf(id));
    expect(status).toBe(201);
    expect(body.items.map(({ standard, status: state }) => [standard, state])).toEqual([
      ['GB/T 14747-2025', 'proposed'],
      ['GB 46517-2025', 'proposed'],
      ['GB 6675.2-2014', 'proposed'],
    ]);
  });

  it('names every wrong row and enters none', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const lines = [
      aScopeLine(siteId),
      aScopeLine(siteId, { method: '暂无' }),
      aScopeLine('0193a000-0000-7000-8000-00000000ffff', { parameter: '锐边' }),
      aScopeLine(siteId, { parameter: '夹缝', validTo: '2020-01-01' }),
    ];
    const { status, body } = await post(`/institutions/${id}/scope-lines`, { lines });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/lines/1/method',
      '/lines/2/siteId',
      '/lines/3/validTo',
    ]);
    expect(await count()).toBe(0);
  });

  it('names the rows that are held already and enters none', async () => {
    const { institutionId, siteId } = await entered();
    const lines = [
      aScopeLine(siteId, { parameter: '锐边' }),
      aScopeLine(siteId),
      aScopeLine(siteId, { parameter: '锐边' }),
    ];
    const { status, body } = await post(`/institutions/${institutionId}/scope-lines`, { lines });
    expect(status).toBe(409);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/lines/1', '/lines/2']);
    expect(await count()).toBe(1);
  });

  it('holds at most 500 rows, which are entered in one go', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const lines = Array.from({ length: 501 }, (_, at) => aScopeLine(siteId, { parameter: `参数 ${at}` }));
    const tooMany = await post(`/institutions/${id}/scope-lines`, { lines });
    expect([tooMany.status, tooMany.body.errors?.[0]?.pointer]).toEqual([400, '/lines']);
    expect((await post(`/institutions/${id}/scope-lines`, { lines: lines.slice(1), active: true })).status).toBe(201);
    expect(await count()).toBe(500);
  });

  it('is activated at once by administrators only', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const body = { lines: [aScopeLine(siteId)], active: true };
    expect((await post(`/institutions/${id}/scope-lines`, body, coordinatorOf(id))).status).toBe(403);
    expect(
      (await post(`/institutions/${id}/scope-lines`, body, actor('administrator', { areas: ['110000'] }))).status,
    ).toBe(404);
  });

  it('is approved together, or not at all', async () => {
    const mine = await entered({}, false);
    const other = await entered({}, false);
    const path = `/institutions/${mine.institutionId}/scope-lines/activate`;
    expect((await post(path, { ids: [mine.line.id, other.line.id] })).status).toBe(404);
    expect((await get('/scope-lines?status=active')).items).toEqual([]);
    expect((await post(path, { ids: [mine.line.id] })).body.items).toMatchObject([{ status: 'active', version: 2 }]);
  });
});

describe('the history of a line', () => {
  it('answers a question about an earlier moment with what the register said then', async () => {
    const { line } = await entered({ limitNote: '只用第二法' });
    const before = service.clock.now().toISOString();
    await service.advance(60_000);
    const changed = await service.http.patch<Line>(
      `${api}/scope-lines/${line.id}`,
      { limitNote: '' },
      { as: administrator, headers: { 'if-match': '"1"' } },
    );
    expect(changed.body).toMatchObject({ version: 2, limitNote: null });
    expect((await get(`/scope-lines?recordedAt=${before}`)).items).toMatchObject([
      { version: 1, limitNote: '只用第二法' },
    ]);
    expect((await get('/scope-lines')).items).toMatchObject([{ version: 2, limitNote: null }]);
    expect((await get(`/scope-lines/${line.id}/versions`)).items.map(({ revTo }) => revTo === null)).toEqual([
      false,
      true,
    ]);
  });

  it('takes one of several changes made on the same version', async () => {
    const { line } = await entered();
    const options = { as: administrator, headers: { 'if-match': '"1"' } };
    const change = (limitNote: string) => service.http.patch(`${api}/scope-lines/${line.id}`, { limitNote }, options);
    const changes = ['甲', '乙', '丙', '丁', '戊', '己'].map(change);
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it('does not let a line become another that is held already', async () => {
    const { institutionId, siteId, line } = await entered();
    await post(`/institutions/${institutionId}/scope-lines`, { lines: [aScopeLine(siteId, { parameter: '锐边' })] });
    const { status, body } = await service.http.patch<ProblemBody>(
      `${api}/scope-lines/${line.id}`,
      { parameter: '锐边' },
      { as: administrator, headers: { 'if-match': '"1"' } },
    );
    expect([status, body.type]).toEqual([409, 'urn:qi:problem:scope-line/duplicate']);
    expect((await get(`/scope-lines/${line.id}/versions`)).items).toHaveLength(1);
  });

  it('says a withdrawn line may be entered anew', async () => {
    const { institutionId, siteId, line } = await entered();
    expect(
      (await post(`/scope-lines/${line.id}/withdraw`, { reason: '缩项' }, coordinatorOf(institutionId))).status,
    ).toBe(200);
    expect((await post(`/institutions/${institutionId}/scope-lines`, { lines: [aScopeLine(siteId)] })).status).toBe(
      201,
    );
  });
});

describe('the end of a line', () => {
  it('comes by itself on the day after its last', async () => {
    const last = addDays(toBusinessDate(service.clock.now()), 40);
    const { line } = await entered({ validTo: last });
    await service.advance(fromBusinessDate(addDays(last, 1)).getTime() - service.clock.now().getTime());
    await waitFor(async () => {
      const { items } = await get(`/scope-lines/${line.id}/versions`);
      expect(items.map(({ status }) => status)).toEqual(['active', 'expired']);
      return true;
    });
  });
});

describe('questions', () => {
  it('are answered by standard, dated and undated, and by object', async () => {
    const { institutionId, siteId } = await entered();
    await post(`/institutions/${institutionId}/scope-lines`, {
      lines: [aScopeLine(siteId, { method: 'GB 14747-2006' }), aScopeLine(siteId, { object: '儿童自行车' })],
    });
    const ask = async (query: Record<string, string>) =>
      (await get(`/scope-lines?${new URLSearchParams(query).toString()}`)).items.length;
    expect(await ask({ standard: 'GB/T14747' })).toBe(2);
    expect(await ask({ standard: 'GB 14747-2006' })).toBe(1);
    expect(await ask({ standard: 'GB/T 14747', object: ' 儿童自行车' })).toBe(1);
    expect(await ask({ validOn: '2026-10-31' })).toBe(0);
  });

  it('refuse what is no standard number', async () => {
    const { status } = await service.http.get(`${api}/scope-lines?standard=${encodeURIComponent('随便')}`, {
      as: clerk,
    });
    expect(status).toBe(422);
  });

  it('show an institution its own lines, and everyone what active institutions may do today', async () => {
    const { institutionId, line } = await entered({ validFrom: '2020-01-01', validTo: '2099-12-31' });
    const other = await entered({ validFrom: '2020-01-01', validTo: '2099-12-31' }, false);
    expect((await get('/scope-lines', coordinatorOf(other.institutionId))).items.map(({ id }) => id)).toEqual([
      other.line.id,
    ]);
    expect((await get(`/scope-lines/${line.id}/versions`, clerk)).items).toHaveLength(1);
    const hidden = await service.http.get(`${api}/scope-lines/${line.id}/versions`, {
      as: coordinatorOf(other.institutionId),
    });
    expect(hidden.status).toBe(404);
    const open = async () =>
      (await service.http.get<Lines>(`${api}/public/scope-lines`)).body.items.map(({ id }) => id);
    expect(await open()).toEqual([line.id]);
    const endsOn = async (date: string) =>
      service.dataSource.query(
        `insert into standard (number, family, title, mandatory, ends_on, successors, stated_at, stated_by, version)
         values ($1, $1, '{"zh":"","en":""}', false, $2, '{}', now(), 'test', 1)
         on conflict (number) do update set ends_on = excluded.ends_on`,
        [line.standard, date],
      );
    await endsOn('2000-01-01');
    expect(await open()).toEqual([]);
    await endsOn('2099-12-31');
    expect(await open()).toEqual([line.id]);
    await post(`/institutions/${institutionId}/suspend`, { reason: '飞行检查' });
    expect(await open()).toEqual([]);
  });
});
