/** Plays the providers of the main case: the first laboratory declines, the second does not answer, everybody else does the work. */
import { providerOf, type Element } from '@qi/contracts';
import { administrator, auditor, expert, inDays, institute, laboratory } from './people.mts';
import { until, type Person, type Session } from './session.mts';
import { reportPdf } from './report-pdf.mts';

export interface DrivenTask {
  readonly id: string;
  readonly number: string;
  readonly element: Element;
  readonly status: string;
}
interface Job {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly round: number;
  readonly providerId: string;
  readonly providerName: string;
  readonly decisionId: string;
  readonly answerBy: string;
  readonly steps: { name: string }[];
}
interface Deliverable {
  readonly kind: string;
  readonly title: string;
  readonly prefix: string;
}

const deliverableOf: Readonly<Partial<Record<Element, Deliverable>>> = {
  testing: { kind: 'test-report', title: '儿童三轮车检测报告', prefix: 'TR' },
  metrology: { kind: 'calibration-certificate', title: '量具校准证书', prefix: 'CC' },
  'quality-management': { kind: 'diagnosis-report', title: '质量诊断报告', prefix: 'DR' },
};

const personOf = { institutions: laboratory, metrology: institute, experts: expert } as const;
type Service = keyof typeof personOf;

export class JobDriver {
  /** Why the first laboratory was chosen and the nearest one was not, as the decision says. */
  explained: string[] = [];
  private readonly offeredMs = new Map<string, number>();
  private readonly current = new Map<string, Job>();
  private declined = 0;
  private expired = 0;
  private readonly session: Session;
  private readonly say: (line: string) => void;
  private readonly submittedAt: number;

  constructor(session: Session, say: (line: string) => void, submittedAt: number) {
    this.session = session;
    this.say = say;
    this.submittedAt = submittedAt;
  }

  /** Answers every offer until all tasks are delivered. */
  async drive(tasks: () => Promise<DrivenTask[]>): Promise<void> {
    await until(
      'every task to be delivered',
      async () => {
        for (const task of await tasks()) {
          if (task.status === 'unroutable')
            throw new Error(`${task.number} is unroutable: see GET /decisions?taskId=${task.id}`);
          if (task.status === 'offered') await this.answer(task);
        }
        return (await tasks()).every(({ status }) => status === 'delivered' || status === 'confirmed')
          ? true
          : undefined;
      },
      120_000,
    );
  }

  sawEverything(): boolean {
    return this.declined === 1 && this.expired === 1;
  }

  summaryOf(task: DrivenTask) {
    const job = this.current.get(task.id);
    return {
      number: task.number,
      element: task.element,
      provider: providerOf[task.element],
      institution: job?.providerName ?? '',
      decisionId: job?.decisionId ?? '',
      status: task.status,
      submitToOfferMs: this.offeredMs.get(task.id) ?? -1,
    };
  }

  private async answer(task: DrivenTask): Promise<void> {
    const service: Service = providerOf[task.element];
    const job = await this.offerOf(service, task);
    if (!job) return;
    if (!this.offeredMs.has(task.id)) this.offeredMs.set(task.id, Math.round(performance.now() - this.submittedAt));
    this.current.set(task.id, job);
    const provider = personOf[service](this.session, job.providerId);
    if (task.element === 'testing' && this.declined === 0) return this.decline(provider, task, job);
    if (task.element === 'testing' && this.expired === 0) return this.letExpire(task, job);
    await this.work(provider, service, task, job);
  }

  private async offerOf(service: Service, task: DrivenTask): Promise<Job | undefined> {
    const { items } = await administrator(this.session).get<{ items: Job[] }>(
      service,
      `/jobs?taskId=${task.id}&status=offered`,
    );
    return items[0];
  }

  private async decline(provider: Person, task: DrivenTask, job: Job): Promise<void> {
    this.declined += 1;
    await this.explain(task);
    this.say(`  ${task.number}: ${job.providerName} declines (no capacity)`);
    await provider.post('institutions', `/jobs/${job.id}/decline`, {
      reasonCode: 'no-capacity',
      availableFrom: inDays(30, this.session.now()),
    });
  }

  private async letExpire(task: DrivenTask, job: Job): Promise<void> {
    this.expired += 1;
    this.say(`  ${task.number}: ${job.providerName} does not answer; the clock is moved past ${job.answerBy}`);
    await this.session.moveClock(new Date(new Date(job.answerBy).getTime() + 1000));
    await until('the offer to expire', async () => {
      const { status } = await administrator(this.session).get<Job>('institutions', `/jobs/${job.id}`);
      return status === 'expired' ? true : undefined;
    });
  }

  private async explain(task: DrivenTask): Promise<void> {
    interface Explained {
      words: { reason: string; nearestMisses: string[] };
    }
    const { items } = await auditor(this.session).get<{ items: Explained[] }>(
      'institutions',
      `/decisions?taskId=${task.id}`,
    );
    const { reason = '', nearestMisses = [] } = items[0]?.words ?? {};
    this.explained = [reason, ...nearestMisses];
  }

  private async work(provider: Person, service: Service, task: DrivenTask, job: Job): Promise<void> {
    this.say(`  ${task.number}: ${job.providerName} accepts and does the work`);
    await provider.post(service, `/jobs/${job.id}/accept`);
    for (const { name } of job.steps) await provider.post(service, `/jobs/${job.id}/progress`, { step: name });
    const { kind, title, prefix } = deliverableOf[task.element]!;
    const number = `${prefix}-${job.number.slice(2)}`;
    const form = new FormData();
    form.set('kind', kind);
    form.set('number', number);
    form.set('title', title);
    form.set('file', new Blob([reportPdf(number)], { type: 'application/pdf' }), `${number}.pdf`);
    await provider.upload(service, `/jobs/${job.id}/deliverables`, form);
    await provider.post(service, `/jobs/${job.id}/complete`);
  }
}
