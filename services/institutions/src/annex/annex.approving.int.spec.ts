import { addDays, toBusinessDate } from '@qi/kernel';
import { actor, waitFor } from '@qi/testing';
import { AnnexBench, csv, FIRST, TODAY_ON } from '../../test/annex-bench';
import { api, coordinatorOf } from '../../test/institutions';

const bench = new AnnexBench();

describe('an approved annex', () => {
  it('is read, compared, approved, and then is what the institution may do', async () => {
    const annex = await bench.submitted('能力附表.csv', FIRST);
    expect(annex).toMatchObject({ status: 'proposed', line: 4, refused: 0, added: 3, changed: 0, kept: 0, gone: 0 });
    expect(await bench.held()).toEqual([]);
    expect(await bench.approved(annex)).toMatchObject({ status: 'active' });
    expect(await bench.held()).toEqual([
      '小零件 active  2026-01-01 2099-12-31',
      '稳定性 active 无 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
  });

  it('of a later day ends and announces lines at once and changes the others on its day', async () => {
    const today = toBusinessDate(bench.service.clock.now());
    const [eve, day] = [addDays(today, 9), addDays(today, 10)];
    await bench.approved(await bench.submitted('1.csv', FIRST));
    const next = await bench.submitted(
      '2.csv',
      csv(
        '1,P1,儿童三轮车,稳定性,,GB/T 14747-2025,只测金属',
        '2,P4,儿童三轮车,噪声,,GB/T 14747-2025,',
        '2,P2,儿童三轮车,锐边,,GB/T 14747-2025,',
      ),
      { validFrom: day },
    );
    expect(await bench.approved(next)).toMatchObject({ status: 'approved' });
    expect(await bench.held()).toEqual([
      `噪声 active  ${day} 2099-12-31`,
      `小零件 active  2026-01-01 ${eve}`,
      '稳定性 active 无 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
    await bench.service.advance(11 * 86_400_000);
    await waitFor(async () => ((await bench.held())[2]?.includes('只测金属') ? true : undefined), {
      what: 'the day of the annex',
    });
    await waitFor(async () => ((await bench.held())[1]?.includes('expired') ? true : undefined), {
      what: 'the end of the line',
    });
    expect((await bench.read(next.id)).status).toBe('active');
  });

  it('has open jobs judged again when it takes something away, and not when it only adds', async () => {
    const losses = () =>
      bench.service.dataSource.query(
        'select provider_id, kind, affected_from from accreditation_loss where provider_id = $1',
        [bench.home.id],
      );
    await bench.approved(await bench.submitted('能力附表.csv', FIRST));
    expect(await losses()).toEqual([]);
    await bench.approved(
      await bench.submitted('新附表.csv', csv('1,P1,儿童三轮车,稳定性,儿童三轮车,GB/T 14747-2025,无')),
    );
    expect(await losses()).toEqual([
      { provider_id: bench.home.id, kind: 'expired', affected_from: TODAY_ON.validFrom },
    ]);
  });

  it('with refused rows does not end lines unless that is confirmed', async () => {
    await bench.approved(await bench.submitted('1.csv', FIRST));
    const next = await bench.submitted('2.csv', csv('1,P1,儿童三轮车,稳定性,,暂无,'));
    const { status, body } = await bench.post(`${next.id}/approve`);
    expect([status, body.type]).toEqual([409, 'urn:qi:problem:annex/refused-rows']);
    expect(await bench.approved(next, { acceptRefusals: true })).toMatchObject({ status: 'active' });
  });

  it('may be rejected with a reason, and stays without effect', async () => {
    const annex = await bench.submitted('1.csv', FIRST);
    expect((await bench.post(`${annex.id}/reject`, { reason: '证书编号不符' })).body).toMatchObject({
      status: 'rejected',
    });
    expect((await bench.post(`${annex.id}/approve`)).status).toBe(409);
    expect(await bench.held()).toEqual([]);
  });

  it('is not approved by those who submitted it; a stranger sees nothing', async () => {
    const { body } = await bench.send('1.csv', FIRST, {}, coordinatorOf(bench.home.id));
    await bench.read(body.id);
    expect((await bench.post(`${body.id}/approve`, {}, coordinatorOf(bench.home.id))).status).toBe(403);
    const elsewhere = actor('administrator', { areas: ['110000'] });
    expect((await bench.post(`${body.id}/approve`, {}, elsewhere)).status).toBe(404);
    expect((await bench.service.http.get(`${api}/annexes/${body.id}`, { as: elsewhere })).status).toBe(404);
    const { items } = (await bench.service.http.get<{ items: object[] }>(`${api}/annexes`, { as: elsewhere })).body;
    expect(items).toEqual([]);
  });
});
