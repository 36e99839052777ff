import { TaskCancelledV1, TaskOpenedV1 } from '@qi/contracts';
import type { DomainEvent } from '@qi/contracts';
import { Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import { expectOutboxDrained, kafkaBrokers, startTestService, testDatabase, waitFor } from '@qi/testing';
import type { TestDatabase, TestService } from '@qi/testing';
import { aTask, candidates, demoMigrations, demoProvider, laboratories } from './demo-provider';

let provider: TestService;
let database: TestDatabase;
let window: Messaging;

beforeAll(async () => {
  provider = await startTestService(demoProvider, { migrations: demoMigrations });
  database = await testDatabase({ name: 'window', entities: messagingEntities, migrations: messagingMigrations });
  const brokers = [...(await kafkaBrokers())];
  const { topicPrefix } = provider;
  window = new Messaging({ service: 'service-requests', brokers, topicPrefix, consume: false }, database.dataSource);
  window.start();
});
afterAll(async () => {
  await window.stop();
  await database.close();
  await provider.close();
});

const say = (...events: DomainEvent[]) => database.dataSource.transaction((tx) => window.outbox.add(tx, events));
const statuses = async (taskId: string) => {
  const rows: { status: string }[] = await provider.dataSource.query('select status from job where task_id = $1', [
    taskId,
  ]);
  return rows.map(({ status }) => status).join();
};

it('a task opened at the window is offered here, once however often it is said, and ends when it is cancelled', async () => {
  candidates.all = laboratories('甲', '乙');
  const tasks = Array.from({ length: 40 }, () => aTask());
  await say(...tasks.map(TaskOpenedV1.of), ...tasks.map(TaskOpenedV1.of));
  await waitFor(async () => {
    for (const { taskId } of tasks) expect(await statuses(taskId)).toBe('offered');
    return true;
  });
  const [task] = tasks;
  if (!task) throw new Error('no task');
  const { taskId, taskNumber, requestId, requestNumber, at } = task;
  const by = { sub: 'c', name: '企业' };
  await say(TaskCancelledV1.of({ taskId, taskNumber, requestId, requestNumber, reason: '撤回', by, at }));
  await waitFor(async () => (await statuses(taskId)) === 'cancelled');
  await expectOutboxDrained(provider.dataSource);
});
