import { actor, aUscc, checkAfterEach, startTestService, waitFor, type TestService } from '@qi/testing';
import { administrator, admitted, api, coordinatorOf, institutions } from '../../test/institutions';
import { migrations } from '../data-source';
import { WorkItemService, type StandardEnd } from './work-item.service';

interface Item {
  readonly id: string;
  readonly standard: string;
  readonly status: string;
  readonly lines: number;
  readonly words: { readonly zh: string };
  readonly closedBy?: object;
}

const OLD = { method: 'GB 14747-2006', validFrom: '2020-01-01' };
const ending: StandardEnd = {
  number: 'GB 14747-2006',
  family: 'GB 14747',
  endsOn: '2026-10-31',
  successors: ['GB/T 14747-2025', 'GB 46517-2025'],
};

let service: TestService;
let home: { id: string; siteId: string };

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate institution, standard cascade');
  home = await admitted(service, aUscc(), [OLD, { ...OLD, parameter: '机械强度' }]);
});

const follow = (...standards: StandardEnd[]) =>
  service.dataSource.transaction((tx) => service.app.get(WorkItemService).follow(tx, standards));
const list = async (as = coordinatorOf(home.id)) =>
  (await service.http.get<{ items: Item[] }>(`${api}/work-items`, { as })).body.items;
const post = (path: string, body: object, as = coordinatorOf(home.id)) =>
  service.http.post<Item>(`${api}${path}`, body, { as });

async function theItem(): Promise<Item> {
  const [item] = await list();
  if (!item) throw new Error('there is no work item');
  return item;
}

describe('a standard that ends', () => {
  it('gives each laboratory that cites it one item, in words, and those that hold its successor none', async () => {
    const other = await admitted(service, aUscc(), [OLD, { method: 'GB/T 14747-2025' }]);
    await follow(ending);
    await follow(ending);
    expect(await list()).toMatchObject([{ standard: 'GB 14747-2006', status: 'open', lines: 2 }]);
    expect((await theItem()).words.zh).toContain('请扩项至 GB/T 14747-2025、GB 46517-2025');
    expect(await list(coordinatorOf(other.id))).toEqual([]);
    expect(await list(administrator)).toHaveLength(1);
    expect(await list(actor('administrator', { areas: ['320000'] }))).toEqual([]);
  });

  it('concerns lines without a year only when no edition of the family stays', async () => {
    const undated = await admitted(service, aUscc(), [{ ...OLD, method: 'GB 14747' }]);
    await follow(ending);
    expect(await list(coordinatorOf(undated.id))).toHaveLength(1);
    await service.dataSource.query('truncate work_item');
    await service.dataSource.query(`
      insert into standard (number, family, title, mandatory, successors, stated_at, stated_by)
      values ('GB 14747-2030', 'GB 14747', '{}', true, '{}', now(), 'x')`);
    await follow(ending);
    expect(await list(coordinatorOf(undated.id))).toEqual([]);
  });

  it('after all does not end: the item closes', async () => {
    await follow(ending);
    const { endsOn: _, ...stays } = ending;
    await follow(stays);
    expect(await list()).toMatchObject([{ status: 'done' }]);
  });
});

describe('an item', () => {
  it('closes by itself once the scope is extended, and opens again when that is taken back', async () => {
    await follow(ending);
    const lines = [{ ...OLD, siteId: home.siteId, method: 'GB/T 14747-2025' }].map((line) => ({
      ...{ scheme: 'CMA', certNo: '1', category: [], object: '儿童三轮车', parameter: '稳定性', validTo: '2099-12-31' },
      ...line,
    }));
    const entered = await service.http.post<{ items: { id: string }[] }>(
      `${api}/institutions/${home.id}/scope-lines`,
      { lines, active: true },
      { as: administrator },
    );
    expect(entered.status).toBe(201);
    await service.advance(61_000);
    const item = await waitFor(async () => (await list()).find(({ status }) => status === 'done'), {
      timeout: 20_000,
      what: 'the mended item to close',
    });
    expect(item.closedBy).toBeUndefined();
    await post(`/scope-lines/${entered.body.items[0]!.id}/withdraw`, { reason: '设备停用' });
    await follow(ending);
    expect(await list()).toMatchObject([{ status: 'open' }]);
  });

  it('that was dismissed stays so until the dates are others', async () => {
    await follow(ending);
    const { id } = await theItem();
    expect((await post(`/work-items/${id}/dismiss`, { reason: '不再做儿童用品' })).body.status).toBe('dismissed');
    expect((await post(`/work-items/${id}/finish`, {})).status).toBe(409);
    await follow(ending);
    expect(await list()).toMatchObject([{ status: 'dismissed' }]);
    await follow({ ...ending, endsOn: '2027-04-30' });
    expect(await list()).toMatchObject([{ status: 'open' }]);
  });

  it('is nobody else’s, and is not dismissed without a reason', async () => {
    await follow(ending);
    const { id } = await theItem();
    const other = await admitted(service, aUscc(), []);
    expect((await post(`/work-items/${id}/finish`, {}, coordinatorOf(other.id))).status).toBe(404);
    expect((await post(`/work-items/${id}/dismiss`, {})).status).toBe(400);
    expect((await post(`/work-items/${id}/finish`, {})).body).toMatchObject({ status: 'done' });
  });
});
