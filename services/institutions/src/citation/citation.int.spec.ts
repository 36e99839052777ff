import { actor, aUscc, startTestService, type TestService } from '@qi/testing';
import type { Citations } from '@qi/contracts';
import { administrator, admitted, api, clerk, institutions } from '../../test/institutions';
import { migrations } from '../data-source';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());

it('says how many scope lines in use cite a standard, and who holds most, of one’s areas', async () => {
  const old = { method: 'GB 14747-2006 5.8', validFrom: '2020-01-01' };
  await admitted(service, aUscc(), [old, { method: 'GB/T 14747-2025' }]);
  const most = await admitted(service, aUscc(), [old, { ...old, parameter: '机械强度' }]);
  const ask = async (as = administrator) =>
    (await service.http.get<Citations>(`${api}/citations?standard=${encodeURIComponent('ＧＢ14747－2006')}`, { as }))
      .body;
  const everything = await ask();
  expect(everything).toMatchObject({ standard: 'GB 14747-2006', citations: [{ kind: 'scope-line', count: 3 }] });
  expect(everything.citations[0]?.holders.map(({ id, count }) => [id, count])[0]).toEqual([most.id, 2]);
  expect((await ask(clerk)).citations[0]?.count).toBe(3);
  expect((await ask(actor('administrator', { areas: ['320000'] }))).citations).toEqual([
    { kind: 'scope-line', count: 0, holders: [] },
  ]);
});
