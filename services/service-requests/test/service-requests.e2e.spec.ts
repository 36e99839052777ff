import type { DomainEvent } from '@qi/contracts';
import { Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import {
  expectOutboxDrained,
  kafkaBrokers,
  testDatabase,
  waitFor,
  type TestDatabase,
  type TestService,
} from '@qi/testing';
import type { LifeLineEntryResponse } from '../src/life-line/life-line.view';
import type { RequestResponse } from '../src/service-request/service-request.view';
import type { JobFact } from '../src/task/job-fact';
import { AJob, anAccepted, aPlace, made, taskOf, type Place } from './case';
import { Listener } from './listener';
import { base, startWindow } from './window';

let window: TestService;
let place: Place;
let database: TestDatabase;
let provider: Messaging;
const heard = new Listener();

/** The window as it runs, and beside it a provider made of messaging alone: it listens, and tells of jobs. */
beforeAll(async () => {
  window = await startWindow({ kafka: true });
  database = await testDatabase({ name: 'provider', entities: messagingEntities, migrations: messagingMigrations });
  const brokers = await kafkaBrokers();
  const { topicPrefix } = window;
  provider = new Messaging({ service: 'institutions', brokers, topicPrefix }, database.dataSource);
  provider.registry.addInstance(heard);
  provider.start();
  await Promise.all([window.app.get(Messaging, { strict: false }).started(), provider.started()]);
  place = await aPlace(window, { autoAccept: true });
});

afterAll(async () => {
  await provider.stop();
  await database.close();
  await window.close();
});

const see = async (id: string) =>
  made(await window.http.get<RequestResponse>(`${base}/service-requests/${id}`, { as: place.applicant }));

function tell(...facts: JobFact[]): Promise<void> {
  return database.dataSource.transaction((tx) => provider.outbox.add(tx, facts as DomainEvent[]));
}

async function untilTask(requestId: string, lineKey: string, status: string): Promise<RequestResponse> {
  return waitFor(
    async () => {
      const request = await see(requestId);
      return taskOf(request, lineKey).status === status ? request : undefined;
    },
    { what: `${lineKey} to be ${status}`, timeout: 20_000 },
  );
}

it('takes a bundle from submission to closed: HTTP in, facts out, facts of jobs in', async () => {
  const accepted = await anAccepted(window, place);
  expect(accepted.status).toBe('accepted');
  const [gauges, diagnosis] = [taskOf(accepted, 'gauges'), taskOf(accepted, 'diagnosis')];
  await waitFor(() => heard.hasOpened(gauges.id) && heard.hasOpened(diagnosis.id), { timeout: 20_000 });
  expect(heard.hasOpened(taskOf(accepted, 'test').id)).toBe(false);

  const declining = new AJob(diagnosis, '甲');
  await tell(
    declining.offered(),
    declining.declined(),
    ...new AJob(diagnosis, '乙').done(),
    ...new AJob(gauges).done(),
  );
  const opened = await untilTask(accepted.id, 'test', 'opened');
  await waitFor(() => heard.hasOpened(taskOf(opened, 'test').id), { timeout: 20_000 });
  await tell(...new AJob(taskOf(opened, 'test')).done());
  await untilTask(accepted.id, 'test', 'delivered');
  const completed = await see(accepted.id);
  expect(completed.status).toBe('completed');

  for (const { id } of completed.tasks) {
    made(await window.http.post(`${base}/tasks/${id}/confirm`, undefined, { as: place.applicant }));
    const rating = { requestId: accepted.id, taskId: id, timeliness: 5, result: 4 };
    made(await window.http.post(`${base}/ratings`, rating, { as: place.applicant }));
  }
  expect((await see(accepted.id)).status).toBe('closed');
  await waitFor(() => heard.typesOf(accepted.id).includes('service-request.closed.v1'), { timeout: 20_000 });
  const ofRequest = heard.typesOf(accepted.id).filter((type) => type.startsWith('service-request'));
  expect(ofRequest).toEqual(
    ['submitted', 'accepted', 'started', 'completed', 'closed'].map((step) => `service-request.${step}.v1`),
  );

  const path = `${base}/service-requests/${accepted.id}/life-line?limit=200`;
  const { items } = made(await window.http.get<{ items: LifeLineEntryResponse[] }>(path, { as: place.applicant }));
  expect(items[0]).toMatchObject({ kind: 'submitted', by: { sub: place.applicant.sub } });
  expect(items.at(-1)).toMatchObject({ kind: 'closed' });
  expect(items.filter(({ kind }) => kind === 'task-delivered')).toHaveLength(3);
  expect(items.find(({ kind }) => kind === 'task-declined')?.words.zh).toContain('甲');
  await expectOutboxDrained(window.dataSource);
});

it('applies a fact that comes twice only once', async () => {
  const accepted = await anAccepted(window, place);
  const job = new AJob(taskOf(accepted, 'gauges'));
  const offer = job.offered();
  await tell(offer, offer, job.accepted());
  const request = await untilTask(accepted.id, 'gauges', 'accepted');
  expect(request.clocks.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
});
