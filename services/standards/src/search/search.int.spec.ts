import { startTestService, type TestService } from '@qi/testing';
import { administrator, api, generalRules, newTricycle, oldTricycle, standards } from '../../test/standards';
import { migrations } from '../data-source';

let service: TestService;

interface Hits {
  readonly items: readonly { readonly number: string; readonly status: string }[];
  readonly count: number;
  readonly capped: boolean;
}

async function search(query: Record<string, string>): Promise<string[]> {
  const { status, body } = await service.http.get<Hits>(`${api}/public/standards?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return body.items.map(({ number }) => number);
}

beforeAll(async () => {
  service = await startTestService(standards, { migrations, kafka: false });
  const surface = { number: 'ISO 4287:1997', title: { en: 'Surface texture: Profile method' }, ics: ['17.040.20'] };
  for (const body of [oldTricycle, newTricycle, generalRules, { ...surface, withdrawn: true }])
    await service.http.post(`${api}/standards`, body, { as: administrator });
});
afterAll(() => service.close());

it.each<[string, Record<string, string>, string[]]>([
  ['a dirty number', { q: 'ＧＢ／Ｔ14747—2025' }, ['GB/T 14747-2025']],
  ['a number without year', { q: 'gb 14747' }, ['GB 14747-2006']],
  ['the beginning of a number', { q: 'GB/T 147' }, ['GB/T 14747-2025']],
  ['a number with a wrong prefix', { q: 'JB/T 14747' }, ['GB/T 14747-2025', 'GB 14747-2006']],
  ['figures alone', { q: '14747' }, ['GB/T 14747-2025', 'GB 14747-2006']],
  ['words of a title', { q: '三轮车' }, ['GB/T 14747-2025', 'GB 14747-2006']],
  ['words that stand apart', { q: '儿童安全' }, ['GB 46517-2025', 'GB/T 14747-2025', 'GB 14747-2006']],
  ['one character', { q: '车' }, ['GB/T 14747-2025', 'GB 14747-2006']],
  ['English words in any form', { q: 'child TRICYCLE' }, ['GB 14747-2006']],
  ['a class and what is above it', { ics: '17' }, ['ISO 4287:1997']],
  ['a Chinese class', { ccs: 'Y57' }, ['GB/T 14747-2025', 'GB 14747-2006']],
  ['a status today', { ccs: 'Y', status: 'in-force' }, ['GB/T 14747-2025']],
  ['a status on a day', { ccs: 'Y', status: 'in-force', on: '2026-10-31' }, ['GB 14747-2006']],
  ['what is withdrawn without a day', { q: 'iso', status: 'withdrawn' }, ['ISO 4287:1997']],
  ['nothing', { q: '量子纠缠' }, []],
  ['a text with quotes and operators', { q: `'三轮车' & !() | \\` }, ['GB/T 14747-2025', 'GB 14747-2006']],
])('finds %s', async (_, query, numbers) => expect(await search(query)).toEqual(numbers));

it('says how many there are, at least, and exactly when asked', async () => {
  const path = `${api}/public/standards?ics=97.190&limit=1`;
  expect((await service.http.get<Hits>(path)).body).toMatchObject({ count: 2, capped: true });
  expect((await service.http.get<Hits>(`${path}&count=true`)).body).toMatchObject({ count: 2, capped: false });
});
