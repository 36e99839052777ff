import { newId } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { actor, waitFor } from '@qi/testing';
import { Accreditations } from '../src';
import type { Candidate, ScopeFacts, TaskOpened } from '../src';
import type { NewLoss } from '../src/accreditation/accreditation.service';
import { AccreditationCheck } from '../src/accreditation/accreditation-check.timer';
import { candidates } from './demo-provider';
import { aScopeLine } from './facts';
import { ProviderBench } from './provider-bench';

const bench = new ProviderBench();
const cause = { zh: '资格被撤销', en: 'the accreditation was withdrawn' };

interface Flags {
  readonly items: readonly { readonly jobId: string; readonly numbers: readonly string[]; readonly cause: object }[];
}

/** The register changes what it says of a provider. */
function change(providerId: string, changed: Partial<Candidate<ScopeFacts>>): void {
  candidates.all = candidates.all.map((one) => (one.providerId === providerId ? { ...one, ...changed } : one));
}

async function lose(loss: Omit<NewLoss, 'cause'>): Promise<void> {
  const accreditations = new Accreditations(...dependencies());
  await bench.service.app.get(Transactions, { strict: false }).run((tx) => accreditations.lost(tx, { cause, ...loss }));
  await waitFor(async () => {
    const [{ open }] = (await bench.query(
      'select count(*)::int as open from accreditation_loss where checked_at is null',
    )) as [{ open: number }];
    return open === 0;
  });
}

function dependencies(): ConstructorParameters<typeof Accreditations> {
  return [bench.timers, bench.service.clock];
}

const jobOf = async (task: TaskOpened, providerId: string) =>
  (await bench.jobsOf(task)).find((job) => job.provider_id === providerId);

describe('approval withdrawn for good', () => {
  it('offers, accepted jobs and work under way go to others, and the firm is told why', async () => {
    for (const steps of [[], ['accept'], ['accept', 'progress']] as const) {
      const { task, id, providerId, coordinator } = await bench.offered();
      for (const step of steps)
        await bench.call(`/jobs/${id}/${step}`, step === 'accept' ? {} : { step: 'in-test' }, coordinator);
      change(providerId, { active: false, inactiveReason: { zh: '机构已撤销', en: 'withdrawn' } });
      await lose({ providerId, kind: 'withdrawn' });
      const jobs = await bench.jobsOf(task);
      expect(jobs.map(({ status }) => status)).toEqual([steps.length === 0 ? 'cancelled' : 'terminated', 'offered']);
      expect(jobs[1]?.provider_id).not.toBe(providerId);
      const [told] = await bench.query<{ cause: object }>(
        `select data::json->'cause' as cause from outbox where key = $1 and type in ('job.cancelled.v1', 'job.terminated.v1')`,
        [task.taskId],
      );
      expect(told?.cause).toEqual({
        zh: '机构已撤销（资格被撤销）',
        en: 'withdrawn (the accreditation was withdrawn)',
      });
    }
  });

  it('nobody else can: the clerk hears of it', async () => {
    const { task, providerId } = await bench.offered(['甲']);
    change(providerId, { active: false });
    await lose({ providerId, kind: 'withdrawn' });
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.cancelled.v1', 'job.unroutable.v1']);
  });

  it('reports issued since then are flagged once, to the firm they concern and to nobody else', async () => {
    const { task, id, providerId, coordinator } = await bench.completed();
    change(providerId, { active: false });
    await lose({ providerId, kind: 'withdrawn', affectedFrom: '2026-01-20' });
    const firm = (enterpriseId: string) => actor('applicant', { org: { kind: 'enterprise', id: enterpriseId } });
    const { body } = await bench.get<Flags>('/report-flags', firm(task.enterprise.id));
    expect(body.items).toMatchObject([{ jobId: id, numbers: ['T-1'], affectedFrom: '2026-01-20' }]);
    expect((await bench.get<Flags>('/report-flags', firm(newId()))).body.items).toEqual([]);
    expect((await bench.get<Flags>(`/report-flags?jobId=${id}`, coordinator)).body.items).toHaveLength(1);
    expect((await bench.get<Flags>('/report-flags?jobId=x', coordinator)).status).toBe(400);
    await bench.service.app.get(AccreditationCheck, { strict: false }).checkJobs({ providerId });
    expect((await bench.factsOf(task)).filter((type) => type === 'job.flagged.v1')).toHaveLength(1);
  });

  it('reports issued before are not in doubt', async () => {
    const { task, providerId } = await bench.completed();
    change(providerId, { active: false });
    await lose({ providerId, kind: 'withdrawn', affectedFrom: '2999-01-01' });
    expect(await bench.factsOf(task)).not.toContain('job.flagged.v1');
  });
});

describe('approval lost for a while', () => {
  it('work under way is paused with the reason and goes on when the approval is back', async () => {
    const { task, id, providerId, coordinator } = await bench.offered();
    for (const step of ['accept', 'progress'])
      await bench.call(`/jobs/${id}/${step}`, step === 'accept' ? {} : { step: 'in-test' }, coordinator);
    change(providerId, { active: false, inactiveReason: { zh: '监督评审不合格', en: 'failed its surveillance' } });
    await lose({ providerId, kind: 'suspended' });
    expect(await jobOf(task, providerId)).toMatchObject({ status: 'in-progress' });
    const { body } = await bench.get<{ paused: object }>(`/jobs/${id}`, coordinator);
    expect(body.paused).toMatchObject({ zh: '监督评审不合格（资格被撤销）' });
    const refused = await bench.deliver(id, coordinator);
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:qi:problem:job/paused']);
    change(providerId, { active: true });
    const accreditations = new Accreditations(...dependencies());
    await bench.service.app.get(Transactions, { strict: false }).run((tx) => accreditations.restored(tx, providerId));
    await waitFor(async () => (await bench.factsOf(task)).includes('job.resumed.v1'));
    expect((await bench.deliver(id, coordinator)).status).toBe(201);
  });

  it('equipment out of calibration: what is not begun goes to others, what does not need it stays', async () => {
    const { task, providerId } = await bench.offered();
    const other = await bench.offered(['丙', '丁']);
    candidates.all = [...candidates.all, { ...(candidates.all[0] as Candidate<ScopeFacts>), providerId, name: '甲' }];
    change(providerId, { facts: { lines: [aScopeLine({ equipmentValidTo: '2026-11-30' })] } });
    await lose({ providerId, kind: 'out-of-calibration' });
    expect(await jobOf(task, providerId)).toMatchObject({ status: 'cancelled' });
    expect(await bench.statusesOf(other.task)).toEqual(['offered']);
    const [told] = await bench.query<{ en: string }>(
      `select data::json->'cause'->>'en' as en from outbox where key = $1 and type = 'job.cancelled.v1'`,
      [task.taskId],
    );
    expect(told?.en).toContain('is in calibration until 2026-11-30 only');
  });
});

it('a loss that touches none of the provider’s lines for the task changes nothing', async () => {
  const { task, providerId } = await bench.offered();
  await lose({ providerId, kind: 'suspended' });
  expect(await bench.statusesOf(task)).toEqual(['offered']);
});
