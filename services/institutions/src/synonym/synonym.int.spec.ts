import { CandidateFinder, type ScopeFacts } from '@qi/provider';
import { actor, aDemand, aTaskOpened, aUscc, checkAfterEach, startTestService, type TestService } from '@qi/testing';
import { administrator, admitted, api, clerk, institutions } from '../../test/institutions';
import { migrations } from '../data-source';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, synonym, outbox cascade'));

interface Body {
  readonly id: string;
  readonly type?: string;
  readonly items: readonly { readonly name: string; readonly endedAt: string | null }[];
}

const record = (changes: object = {}, as = administrator) =>
  service.http.post<Body>(
    `${api}/synonyms`,
    { kind: 'object', name: '三轮童车', relation: 'same', other: '儿童三轮车', source: 'GB/T 14747-2025', ...changes },
    { as },
  );
const list = async (query: string, as = clerk) =>
  (await service.http.get<Body>(`${api}/synonyms${query}`, { as })).body.items.map(({ name }) => name);

/** What the lines found for a demand are told to cover, by object and parameter. */
async function found(object: string, parameter: string): Promise<string[]> {
  const tests = [{ parameter, methodStandard: 'GB/T 14747-2025' }];
  const task = aTaskOpened({ element: 'testing', demand: aDemand({ object, tests, schemes: [] }) });
  const finder = service.app.get<CandidateFinder<ScopeFacts>>(CandidateFinder, { strict: false });
  const candidates = await service.dataSource.transaction((tx) => finder.find(task, tx));
  return candidates.flatMap(({ facts }) =>
    facts.lines.map((line) =>
      [line.object, line.objectNames ?? '', line.parameter, line.parameterNames ?? ''].join('|'),
    ),
  );
}

describe('a synonym', () => {
  it('leads a demand to lines under the other name, also above, and no further when it has ended', async () => {
    await admitted(service, aUscc(), [{}]);
    await admitted(service, aUscc(), [{ object: '玩具', parameter: '机械物理性能' }]);
    const { body } = await record();
    await record({ name: '儿童三轮车', relation: 'broader', other: '玩具' });
    await record({ kind: 'parameter', name: '稳定性', relation: 'broader', other: '机械物理性能' });
    expect((await found('三轮童车', '稳定性')).sort()).toEqual([
      '儿童三轮车|三轮童车|稳定性|',
      '玩具|三轮童车|机械物理性能|稳定性',
    ]);
    await service.http.post(`${api}/synonyms/${body.id}/end`, {}, { as: administrator });
    // Nobody has the object: all holders of the standard are shown, and none is said to cover it.
    expect((await found('三轮童车', '稳定性')).every((line) => line.split('|')[1] === '')).toBe(true);
    expect(await found('玩具', '机械物理性能')).toEqual(['玩具||机械物理性能|']);
  });

  it('stays on record when it has ended', async () => {
    const { body } = await record();
    const end = () => service.http.post<Body>(`${api}/synonyms/${body.id}/end`, {}, { as: administrator });
    expect((await end()).status).toBe(200);
    expect((await end()).body.type).toBe('urn:qi:problem:synonym/ended');
    expect(await list('')).toEqual([]);
    expect(await list('?ended=true&name=儿童三轮车')).toEqual(['三轮童车']);
    expect((await record()).status).toBe(201);
  });

  it.each<[string, object, number, string]>([
    ['twice', {}, 409, 'duplicate'],
    ['twice the other way round', { name: '儿童三轮车', other: '三轮童车' }, 409, 'duplicate'],
    ['of a name with itself', { other: '三轮童车' }, 422, 'itself'],
  ])('%s is refused', async (_, changes, status, reason) => {
    await record();
    const answer = await record(changes);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:qi:problem:synonym/${reason}`]);
  });

  it('that closes a circle is refused', async () => {
    await record({ name: 'a', relation: 'broader', other: 'b' });
    await record({ name: 'b', relation: 'broader', other: 'c' });
    for (const relation of ['broader', 'same'])
      expect((await record({ name: 'c', relation, other: 'a' })).body.type).toBe('urn:qi:problem:synonym/circle');
  });

  it('needs a source, and an administrator', async () => {
    expect((await record({ source: ' ' })).status).toBe(400);
    expect((await record({}, clerk)).status).toBe(403);
    expect(
      (await service.http.post(`${api}/synonyms/0193a000-0000-7000-8000-00000000ffff/end`, {}, { as: administrator }))
        .status,
    ).toBe(404);
  });
});

it('names that look alike are suggested to a clerk and routed to nobody', async () => {
  await admitted(service, aUscc(), [{ object: '儿童三轮车' }, { object: '金属家具' }]);
  expect((await found('儿童三轮童车', '稳定性')).every((line) => line.split('|')[1] === '')).toBe(true);
  const path = `${api}/synonyms/suggestions?kind=object&name=${encodeURIComponent('儿童三轮童车')}`;
  expect((await service.http.get<Body>(path, { as: clerk })).body.items.map(({ name }) => name)).toEqual([
    '儿童三轮车',
  ]);
  expect((await service.http.get(path, { as: actor('applicant') })).status).toBe(403);
});
