import { aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, admitted, anApplication, api, aScopeLine, institutions } from '../../test/institutions';
import type { InstitutionBody, ProblemBody } from '../../test/institutions';
import { migrations } from '../data-source';

interface Page {
  readonly items: readonly InstitutionBody[];
  readonly next?: string;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, outbox cascade'));

const holder = (methods: readonly string[], changes: object = {}) =>
  admitted(
    service,
    aUscc(),
    methods.map((method) => ({ method })),
    changes,
  );
const asked = async (...pairs: [string, string][]): Promise<Page> =>
  (await service.http.get<Page>(`${api}/public/institutions?${new URLSearchParams(pairs).toString()}`)).body;
const idsOf = ({ items }: Page) => items.map(({ id }) => id);

describe('who may do something, asked by everybody', () => {
  it('are those of the element', async () => {
    const { id } = await holder([], { elements: ['testing', 'certification'] });
    await holder([], { elements: ['testing'] });
    expect(idsOf(await asked(['element', 'certification']))).toEqual([id]);
    expect(idsOf(await asked(['element', 'brand']))).toEqual([]);
  });

  it('are those that hold one of the standards: a dated number is that edition, an undated one all of the family', async () => {
    const tricycles = await holder(['GB/T 14747-2025']);
    const riding = await holder(['GB 46517-2025', 'GB/T 14746-2025']);
    await holder(['GB 14747-2006']);
    expect(idsOf(await asked(['standards', 'gb/t14747-2025']))).toEqual([tricycles.id]);
    expect(idsOf(await asked(['standards', 'GB/T 14747']))).toEqual([tricycles.id]);
    expect(idsOf(await asked(['standards', 'GB/T 14747-2025'], ['standards', 'GB 46517-2025']))).toEqual([
      tricycles.id,
      riding.id,
    ]);
    expect(idsOf(await asked(['standards', 'GB 46517-2025'], ['element', 'brand']))).toEqual([]);
  });

  it('come with the sites that hold it', async () => {
    const place = (name: string) => ({ name, address: name, areaCode: '330482' });
    const application = anApplication(aUscc(), { sites: [place('总部'), place('分部')] });
    const { body } = await service.http.post<InstitutionBody>(`${api}/institutions`, application, {
      as: administrator,
    });
    await service.http.post(`${api}/institutions/${body.id}/activate`, {}, { as: administrator });
    const branch = body.sites[1]?.id ?? '';
    const lines = { lines: [aScopeLine(branch)], active: true };
    await service.http.post(`${api}/institutions/${body.id}/scope-lines`, lines, { as: administrator });
    const { items } = await asked(['standards', 'GB/T 14747-2025']);
    expect(items[0]?.sites.map(({ id }) => id)).toEqual([branch]);
  });

  it('are none of lines that have ended, and page', async () => {
    const ids = [(await holder(['GB/T 14747-2025'])).id, (await holder(['GB/T 14747-2025'])).id];
    await service.dataSource.query(`update scope_line set valid_to = '2026-11-01' where institution_id = $1`, [ids[0]]);
    expect(idsOf(await asked(['standards', 'GB/T 14747-2025']))).toEqual([ids[1]]);
    await service.dataSource.query(`update scope_line set valid_to = '2099-12-31'`);
    const first = await asked(['standards', 'GB/T 14747-2025'], ['limit', '1']);
    expect(idsOf(first)).toEqual([ids[0]]);
    const second = await asked(['standards', 'GB/T 14747-2025'], ['limit', '1'], ['after', first.next ?? '']);
    expect(idsOf(second)).toEqual([ids[1]]);
  });

  it.each(['standards=', 'standards=x', 'element=cooking', `standards=${'GB 1-2020&standards='.repeat(100)}GB 1-2020`])(
    '%.40s is a 400',
    async (query) => {
      const { status } = await service.http.get<ProblemBody>(`${api}/public/institutions?${query}`);
      expect(status).toBe(400);
    },
  );
});
