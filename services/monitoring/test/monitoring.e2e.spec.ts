import {
  JobAcceptedV1,
  JobCompletedV1,
  JobOfferedV1,
  ServiceRequestSubmittedV1,
  TaskCreatedV1,
  TaskOpenedV1,
  type DomainEvent,
  type ServiceName,
} from '@qi/contracts';
import { newId } from '@qi/kernel';
import { Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import {
  actor,
  aDeliverable,
  aTaskOpened,
  startTestService,
  testBroker,
  testDatabase,
  waitFor,
  type TestDatabase,
  type TestService,
} from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';
import { migrations } from '../src/data-source';
import type { EventPage } from '../src/event-log/event-log.dto';
import type { StuckTask } from '../src/stuck/stuck.dto';
import type { Throughput } from '../src/throughput/throughput.dto';

const monitoring = { service: 'monitoring', config: Config, module: (config: Config) => AppModule.for(config) };
const api = '/api/monitoring/v1';
const auditor = actor('auditor');
const administratorOf = (area: string) => actor('administrator', { areas: [area] });
const by = { sub: 'clerk', name: '受理员' };

/** Sends facts as another service would: through an outbox of its own. */
class Sender {
  private constructor(
    private readonly messaging: Messaging,
    private readonly database: TestDatabase,
  ) {}

  static async of(service: ServiceName, topicPrefix: string): Promise<Sender> {
    const { brokers } = await testBroker();
    const database = await testDatabase({
      name: 'sender',
      entities: messagingEntities,
      migrations: messagingMigrations,
    });
    const messaging = new Messaging(
      { service, brokers: [...brokers], topicPrefix, consume: false },
      database.dataSource,
    );
    messaging.start();
    await messaging.started();
    return new Sender(messaging, database);
  }

  send(...events: DomainEvent[]): Promise<void> {
    return this.database.dataSource.transaction((tx) => this.messaging.outbox.add(tx, events));
  }

  async close(): Promise<void> {
    await this.messaging.stop();
    await this.database.close();
  }
}

let service: TestService;
let window: Sender;
let provider: Sender;

beforeAll(async () => {
  service = await startTestService(monitoring, { migrations });
  [window, provider] = await Promise.all([
    Sender.of('service-requests', service.topicPrefix),
    Sender.of('institutions', service.topicPrefix),
  ]);
}, 120_000);
afterAll(async () => {
  await Promise.all([window.close(), provider.close()]);
  await service.close();
});
beforeEach(() => service.dataSource.query('truncate event_log, request_flow, task_flow, job_flow'));

const start = new Date();
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000).toISOString();

/** One request of one firm: submitted, opened, offered after 2 s, accepted after 10 s, delivered after 60 s. */
async function playRequest(enterpriseId: string, areaCode = '330482'): Promise<string> {
  const opened = aTaskOpened({ at: at(0) });
  const { taskId, taskNumber, requestId, requestNumber, platformId } = opened;
  const request = { requestId, requestNumber, enterpriseId, platformId };
  const job = { jobId: newId(), jobNumber: 'J-1', taskId, requestId, element: 'testing' as const, providerId: newId() };
  await window.send(
    ServiceRequestSubmittedV1.of({
      ...request,
      enterpriseName: '示例',
      areaCode,
      items: 1,
      channel: 'web',
      by,
      at: at(0),
    }),
    TaskCreatedV1.of({
      ...request,
      taskId,
      taskNumber,
      element: 'testing',
      itemCode: 'x',
      itemName: { zh: '检', en: 't' },
      areaCode,
      dependsOn: [],
      at: at(0),
    }),
    TaskOpenedV1.of(opened),
  );
  await provider.send(
    JobOfferedV1.of({
      ...job,
      provider: { id: job.providerId, name: '乙检测' },
      decisionId: newId(),
      round: 1,
      promisedDate: '2026-12-03',
      answerBy: at(1e5),
      reason: { zh: '', en: '' },
      at: at(2),
    }),
    JobAcceptedV1.of({ ...job, promisedDate: '2026-12-03', by, at: at(10) }),
    JobCompletedV1.of({ ...job, deliverables: [aDeliverable()], by, at: at(60) }),
  );
  return taskId;
}

const throughput = async (as = auditor) => (await service.http.get<Throughput>(`${api}/throughput`, { as })).body;

/** The window's facts and the provider's come on two topics, in either order. */
async function untilDelivered(tasks: number): Promise<void> {
  const isThere = async () => {
    const { serviceTimes, tasksByDay, submitToCompletion } = await throughput();
    const created = tasksByDay.reduce((sum, { count }) => sum + count, 0);
    return [serviceTimes.period, created, submitToCompletion.count].every((count) => count === tasks);
  };
  await waitFor(isThere, { timeout: 20_000, what: `${tasks} delivered tasks` });
}

describe('throughput', () => {
  it('counts service times and distinct firms apart, and measures from submission', async () => {
    const [one, other] = [newId(), newId()];
    await playRequest(one);
    await playRequest(one);
    await playRequest(other);
    await untilDelivered(3);
    const seen = await throughput();
    expect(seen.serviceTimes).toEqual({ period: 3, cumulative: 3 });
    expect(seen.firmsServed).toEqual({ period: 2, cumulative: 2 });
    expect(seen.submitToOffer).toEqual({ count: 3, p50: 2, p95: 2 });
    expect(seen.submitToCompletion.p50).toBe(60);
    expect(seen.tasksByStatus).toEqual([{ name: 'delivered', count: 3 }]);
    expect(seen.tasksByProvider).toEqual([{ name: '乙检测', count: 3 }]);
  });

  it('shows an administrator the own areas only', async () => {
    await playRequest(newId(), '330482');
    await playRequest(newId(), '330702');
    await untilDelivered(2);
    expect((await throughput(administratorOf('330400'))).serviceTimes.period).toBe(1);
    expect((await throughput(administratorOf('330000'))).serviceTimes.period).toBe(2);
    expect((await throughput(administratorOf('320000'))).serviceTimes.period).toBe(0);
  });

  it('answers nobody without a token and no firm', async () => {
    expect((await service.http.get(`${api}/throughput`)).status).toBe(401);
    expect((await service.http.get(`${api}/throughput`, { as: actor('applicant') })).status).toBe(403);
  });

  it('names the field of a bad period', async () => {
    const { status, body } = await service.http.get<{ errors: { pointer: string }[] }>(
      `${api}/throughput?from=2026-13-01`,
      { as: auditor },
    );
    expect(status).toBe(400);
    expect(body.errors[0]!.pointer).toBe('/from');
  });
});

describe('the event log', () => {
  it('keeps every event once, in time order, page by page', async () => {
    const taskId = await playRequest(newId());
    await untilDelivered(1);
    const first = (await service.http.get<EventPage>(`${api}/events?limit=4`, { as: auditor })).body;
    const rest = (await service.http.get<EventPage>(`${api}/events?limit=4&after=${first.next}`, { as: auditor })).body;
    const all = [...first.items, ...rest.items];
    expect(all).toHaveLength(6);
    expect(new Set(all.map(({ id }) => id)).size).toBe(6);
    expect(rest.next).toBeUndefined();
    const about = (await service.http.get<EventPage>(`${api}/events?subject=${taskId}`, { as: auditor })).body.items;
    expect(about.map(({ type }) => type).sort()).toEqual(['task.created.v1', 'task.opened.v1']);
  });

  it('files an event in the partition of its month', async () => {
    await playRequest(newId());
    await untilDelivered(1);
    const rows = await service.dataSource.query<{ name: string }[]>(
      'select distinct tableoid::regclass::text as name from event_log',
    );
    expect(rows.map(({ name }) => name)).toEqual([`event_log_${start.toISOString().slice(0, 7).replace('-', '_')}`]);
  });
});

describe('the stuck list', () => {
  it('names who owes the next step once the working days have passed', async () => {
    await playRequest(newId());
    await untilDelivered(1);
    const stuck = async () =>
      (await service.http.get<StuckTask[]>(`${api}/stuck`, { as: administratorOf('330400') })).body;
    expect(await stuck()).toEqual([]);
    await service.advance(14 * 24 * 3600 * 1000);
    expect(await stuck()).toMatchObject([{ status: 'delivered', owner: 'enterprise', next: { zh: '等待企业确认' } }]);
  });
});
