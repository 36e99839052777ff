import { addDays, toBusinessDate } from '@qi/kernel';
import { actor, aUscc, checkAfterEach, startTestService, waitFor, type TestService } from '@qi/testing';
import { approveAnnex, CALIPER, csv, readAnnex, sendAnnex, type AnnexBody } from '../../test/annexes';
import { administrator, admitted, api, coordinatorOf, metrology } from '../../test/metrology';
import { migrations } from '../data-source';

const GAUGE = '2,测力计,力,JJF 1134-2005,(0~500)N,0.5%,可现场校准';

let service: TestService;
let home: { readonly id: string; readonly siteId: string };

beforeAll(async () => {
  service = await startTestService(metrology, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate institute cascade');
  home = await admitted(service, aUscc(), []);
});

const send = (name: string, content: string, fields: object = {}, as = administrator) =>
  sendAnnex({ service, instituteId: home.id, as }, name, content, fields);
const read = (id: string) => readAnnex(service, id);
const approve = (id: string, body: object = {}, as = administrator) => approveAnnex(service, id, body, as);

async function submitted(name: string, content: string, fields: object = {}): Promise<AnnexBody> {
  const { status, body } = await send(name, content, fields);
  expect(status).toBe(201);
  return read(body.id);
}

const held = async () =>
  (
    await service.dataSource.query<Record<string, string>[]>(
      'select measurand, uncertainty, uncertainty_unit, on_site, status, valid_from, valid_to from capability order by id',
    )
  ).map(({ measurand, uncertainty, uncertainty_unit, on_site, status, valid_from, valid_to }) =>
    [measurand, uncertainty, uncertainty_unit, on_site, status, valid_from, valid_to].join(' '),
  );

describe('a calibration scope', () => {
  it('is read, compared, approved, and then is what the institute can do', async () => {
    const annex = await submitted(
      '校准能力.csv',
      csv(CALIPER, GAUGE, '3,卡尺,长度,JJF 1071-2010,全量程,0.02 mm,', CALIPER),
    );
    expect(annex).toMatchObject({ status: 'proposed', added: 2, refused: 2, gone: 0 });
    expect(await held()).toEqual([]);
    expect((await approve(annex.id)).body).toMatchObject({ status: 'active' });
    expect(await held()).toEqual([
      '长度 0.02 mm false active 2026-01-01 2099-12-31',
      '力 0.5 % true active 2026-01-01 2099-12-31',
    ]);
  });

  it('that follows another says what is added, changed and gone, and takes effect on its day', async () => {
    const first = await submitted('1.csv', csv(CALIPER, GAUGE));
    await approve(first.id);
    const today = toBusinessDate(service.clock.now());
    const [eve, day] = [addDays(today, 9), addDays(today, 10)];
    const rows = [CALIPER.replace('0.02 mm', '0.01 mm'), '3,温度计,温度,JJF 1171-2007,(-30~200)℃,0.1 ℃,'];
    const next = await submitted('2.csv', csv(...rows), { validFrom: day });
    expect(next).toMatchObject({ added: 1, changed: 1, kept: 0, gone: 1 });
    await approve(next.id);
    expect(await held()).toEqual([
      '长度 0.02 mm false active 2026-01-01 2099-12-31',
      `力 0.5 % true active 2026-01-01 ${eve}`,
      `温度 0.1 °C false active ${day} 2099-12-31`,
    ]);
    await service.advance(11 * 86_400_000);
    await waitFor(async () => ((await held())[0]?.includes('0.01') ? true : undefined), {
      what: 'the day of the annex',
    });
    await waitFor(async () => ((await held())[1]?.includes('expired') ? true : undefined), {
      what: 'the end of what is gone',
    });
    expect((await read(first.id)).status).toBe('superseded');
  });

  it('is read from pages of records too, and not when one is missing', async () => {
    const data = [
      { objCh: '卡尺', paramCh: '长度', stdCode: 'JJF 1071-2010', range: '(0~1)m', uncertainty: '0.1 mm', branchId: 3 },
    ];
    const fields = { places: JSON.stringify({ 3: home.siteId }) };
    const page = { regNo: 'L0001', totalSize: 1, startIndex: 0, data };
    expect(await submitted('1.json', JSON.stringify([page]), fields)).toMatchObject({ added: 1, refused: 0 });
    expect(await submitted('2.json', JSON.stringify([{ ...page, totalSize: 2 }]), fields)).toMatchObject({
      status: 'failed',
    });
  });

  it('is compared again when the register changed meanwhile', async () => {
    const [one, two] = [await submitted('1.csv', csv(CALIPER)), await submitted('2.csv', csv(CALIPER))];
    await approve(one.id);
    const late = await approve(two.id);
    expect([late.status, late.body.type]).toEqual([409, 'urn:qi:problem:annex/register-changed']);
    expect(await read(two.id)).toMatchObject({ status: 'proposed', added: 0, kept: 1 });
  });

  it('with refused rows ends nothing unless that is confirmed', async () => {
    await approve((await submitted('1.csv', csv(CALIPER))).id);
    const next = await submitted('2.csv', csv(CALIPER.replace('(0~150)mm', '全量程')));
    expect((await approve(next.id)).body.type).toBe('urn:qi:problem:annex/refused-rows');
    expect((await approve(next.id, { acceptRefusals: true })).body).toMatchObject({ status: 'active' });
  });

  it.each([
    ['x.pdf', csv(CALIPER), {}, 422],
    ['x.csv', csv(CALIPER), { validFrom: '2027-01-01', validTo: '2026-01-01' }, 422],
    ['x.csv', csv(CALIPER), { siteId: '0193a000-0000-7000-8000-00000000ffff' }, 422],
    ['x.csv', csv(CALIPER), { mapping: '[]' }, 422],
    ['x.csv', csv(CALIPER), { places: '{"1":"x"}' }, 422],
    ['x.csv', csv(CALIPER), { validFrom: 'soon' }, 400],
  ])('sent as %s %s %j is answered with %s', async (name, content, fields, status) =>
    expect((await send(name, content, fields)).status).toBe(status),
  );

  it('without a header fails with words for people', async () =>
    expect(await submitted('x.csv', '名称\n卡尺')).toMatchObject({
      status: 'failed',
      problem: { en: expect.any(String) as string },
    }));

  it('is approved by administrators of the area alone', async () => {
    const { body } = await send('1.csv', csv(CALIPER), {}, coordinatorOf(home.id));
    await read(body.id);
    expect((await approve(body.id, {}, coordinatorOf(home.id))).status).toBe(403);
    expect((await approve(body.id, {}, actor('administrator', { areas: ['110000'] }))).status).toBe(404);
    expect((await send('1.csv', csv(CALIPER), {}, coordinatorOf('0193a000-0000-7000-8000-00000000ffff'))).status).toBe(
      404,
    );
    const { body: rejected } = await service.http.post<AnnexBody>(
      `${api}/annexes/${body.id}/reject`,
      { reason: '证书编号不符' },
      { as: administrator },
    );
    expect(rejected.status).toBe('rejected');
  });
});
