import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { aUscc, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, admitted, api, clerk, coordinatorOf, institutions } from '../../test/institutions';
import type { ProblemBody } from '../../test/institutions';
import { migrations } from '../data-source';

interface Equipment extends ProblemBody {
  readonly id: string;
  readonly status: string;
  readonly calibratedUntil: string;
}
interface Explained {
  readonly words: { readonly candidates: readonly { readonly name: string; readonly rank?: number }[] };
  readonly record: {
    readonly decision: { readonly judgements: readonly { failed: { gate: string; code: string }[] }[] };
  };
}

let service: TestService;
let home: { readonly id: string; readonly siteId: string };
let lineId: string;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate institution, accreditation_loss, outbox cascade');
  home = await admitted(service, aUscc(), [{}]);
  const [line] = await service.dataSource.query<{ id: string }[]>(
    'select id from scope_line where institution_id = $1',
    [home.id],
  );
  lineId = line?.id ?? '';
});

const today = () => toBusinessDate(service.clock.now());
const own = () => ({ as: coordinatorOf(home.id) });
const post = (path: string, body: object) => service.http.post<Equipment>(`${api}${path}`, body, own());
const carry = (id: string, lineIds: string[]) =>
  service.http.put<Equipment>(`${api}/equipment/${id}/scope-lines`, { lineIds }, own());
const enter = (changes: object = {}) =>
  post(`/institutions/${home.id}/equipment`, {
    ...{ siteId: home.siteId, name: '推拉力计', assetNumber: 'E-1', certificateNumber: 'C-1' },
    ...{ calibratedOn: today(), calibratedUntil: addDays(today(), 30), ...changes },
  });

/** What the laboratory fails for a test of its one line. */
async function failsOn(plannedDate: string): Promise<string[]> {
  const tests = [{ parameter: '稳定性', methodStandard: 'GB/T 14747-2025' }];
  const demand = { object: '儿童三轮车', tests, plannedDate };
  const { body } = await service.http.post<Explained>(
    `${api}/routing/explain`,
    { element: 'testing', areaCode: '330482', demand },
    { as: clerk },
  );
  return body.record.decision.judgements.flatMap(({ failed }) => failed.map(({ gate, code }) => `${gate}/${code}`));
}
const OUT = 'equipment-in-calibration/out-of-calibration';

describe('equipment', () => {
  it('out of calibration bars the lines that rest on it, from the day after its last', async () => {
    const { body } = await enter();
    expect(await failsOn(addDays(today(), 31))).toEqual([]);
    expect((await carry(body.id, [lineId])).status).toBe(200);
    expect(await failsOn(addDays(today(), 30))).toEqual([]);
    expect(await failsOn(addDays(today(), 31))).toEqual([OUT]);
    const next = { certificateNumber: 'C-2', calibratedOn: today(), calibratedUntil: addDays(today(), 365) };
    expect((await post(`/equipment/${body.id}/calibrate`, next)).body.calibratedUntil).toBe(next.calibratedUntil);
    expect(await failsOn(addDays(today(), 31))).toEqual([]);
  });

  it('of several, the first to lapse counts; what is stopped counts until the day before', async () => {
    const [first, second] = [await enter(), await enter({ assetNumber: 'E-2', calibratedUntil: addDays(today(), 10) })];
    for (const { body } of [first, second]) await carry(body.id, [lineId]);
    expect(await failsOn(addDays(today(), 11))).toEqual([OUT]);
    await carry(second.body.id, []);
    expect(await failsOn(addDays(today(), 11))).toEqual([]);
    await post(`/equipment/${first.body.id}/stop`, { reason: '超差' });
    expect(await failsOn(addDays(today(), 1))).toEqual([OUT]);
    await post(`/equipment/${first.body.id}/resume`, {});
    expect(await failsOn(addDays(today(), 1))).toEqual([]);
  });

  it('that lapses or is stopped has the jobs of its institution judged again', async () => {
    const losses = () =>
      service.dataSource.query<object[]>('select kind, affected_from, cause ->> $1 as zh from accreditation_loss', [
        'zh',
      ]);
    const { body } = await enter();
    await carry(body.id, [lineId]);
    expect(await losses()).toEqual([]);
    const day = addDays(body.calibratedUntil, 1);
    await service.advance(fromBusinessDate(day).getTime() - service.clock.now().getTime() + 1000);
    await waitFor(async () => (await losses()).length === 1);
    expect(await losses()).toEqual([
      { kind: 'suspended', affected_from: day, zh: `设备 推拉力计（E-1）校准有效期至 ${body.calibratedUntil}` },
    ]);
  });

  it('is refused where it says what cannot be', async () => {
    expect((await enter()).status).toBe(201);
    const refused = [
      await enter(),
      await enter({ assetNumber: 'E-2', calibratedUntil: addDays(today(), -1) }),
      await enter({ assetNumber: 'E-3', calibratedOn: addDays(today(), 1) }),
      await enter({ assetNumber: 'E-4', siteId: lineId }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 422, 422, 422]);
    const { body } = await enter({ assetNumber: 'E-5' });
    expect((await carry(body.id, [home.id])).status).toBe(422);
    expect((await post(`/equipment/${home.id}/stop`, { reason: '坏' })).status).toBe(404);
    await post(`/equipment/${body.id}/scrap`, { reason: '报废' });
    expect((await post(`/equipment/${body.id}/stop`, { reason: '坏' })).status).toBe(409);
    const other = await admitted(service, aUscc(), []);
    const as = { as: coordinatorOf(other.id) };
    expect((await service.http.post(`${api}/equipment/${body.id}/resume`, {}, as)).status).toBe(404);
    expect((await service.http.get(`${api}/institutions/${home.id}/equipment`, { as: administrator })).status).toBe(
      200,
    );
  });
});
