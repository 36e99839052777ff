import { ProviderBench, api } from './provider-bench';
import type { VerifiedDeliverable } from '../src/verify/verification.dto';

const bench = new ProviderBench();
const by = { sub: 'c', name: '窗口' };

/** As anybody: nobody is signed in. */
async function find(number: string): Promise<VerifiedDeliverable[]> {
  const query = new URLSearchParams({ number });
  const { body } = await bench.service.http.get<{ items: VerifiedDeliverable[] }>(
    `${api}/public/deliverables?${query.toString()}`,
  );
  return body.items;
}

describe('whoever holds a report', () => {
  it('learns that it is valid, who issued it and its fingerprint, and nothing of the client', async () => {
    const { task } = await bench.completed();
    const found = await find('T-1');
    expect(found).toMatchObject([{ number: 'T-1', standing: 'valid', replacedBy: [] }]);
    expect(found[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(found)).not.toContain(task.enterprise.name);
    expect(JSON.stringify(found)).not.toContain(task.requestNumber);
  });

  it('may type it in small or full-width letters', async () => {
    await bench.completed();
    expect(await find(' ｔ-1 ')).toMatchObject([{ number: 'T-1' }]);
  });

  it('is told that it is withdrawn while it is done again, and then what took its place', async () => {
    const { task, id, coordinator } = await bench.completed();
    const { taskId, taskNumber, requestId, requestNumber, at } = task;
    const ids = { taskId, taskNumber, requestId, requestNumber, at, by };
    await bench.tell((tasks, tx) => tasks.rework(tx, { ...ids, jobId: id, reason: '数据有误' }));
    expect(await find('T-1')).toMatchObject([{ standing: 'withdrawn' }]);
    await bench.call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator);
    await bench.deliver(id, coordinator, 'T-1-R1');
    expect(await find('T-1-R1')).toEqual([]);
    await bench.call(`/jobs/${id}/complete`, {}, coordinator);
    expect(await find('T-1')).toMatchObject([{ standing: 'replaced', replacedBy: ['T-1-R1'] }]);
    expect(await find('T-1-R1')).toMatchObject([{ standing: 'valid' }]);
  });

  it.each(['T-9', "T-1' or true", '[{"number":"T-1"}]', 'T\\-1', '%'])('finds nothing under %s', async (number) => {
    await bench.completed();
    expect(await find(number)).toEqual([]);
  });

  it('must name a number', async () => {
    const { status } = await bench.service.http.get(`${api}/public/deliverables`);
    expect(status).toBe(400);
  });
});
