import { Injectable } from '@nestjs/common';
import { Outbox } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { LifeLines } from '../life-line/life-line.service';
import type { ServiceRequest } from '../service-request/service-request';
import { ServiceRequests } from '../service-request/service-request.service';
import type { Task } from '../task/task';
import { Tasks } from '../task/task.service';
import { Clocks } from '../time-limit/clocks.service';
import { CaseFile } from './case-file';

/** Loads requests with their tasks under one lock and writes what was decided, one statement a table. */
@Injectable()
export class Cases {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly tasks: Tasks,
    private readonly clocks: Clocks,
    private readonly lifeLines: LifeLines,
    private readonly outbox: Outbox,
  ) {}

  /** By request id; ids without a request are missing. The lock of the request guards its tasks. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<Map<string, CaseFile>> {
    const requests = await this.requests.lockAll(tx, ids);
    const withTasks = requests.filter(({ acceptedAt }) => acceptedAt !== null).map(({ id }) => id);
    const tasks = withTasks.length > 0 ? await this.tasks.listOf(withTasks, tx) : [];
    const byRequest = new Map<string, Task[]>();
    for (const task of tasks) byRequest.set(task.requestId, [...(byRequest.get(task.requestId) ?? []), task]);
    return new Map(requests.map((request) => [request.id, new CaseFile(request, byRequest.get(request.id) ?? [])]));
  }

  async save(tx: EntityManager, files: readonly CaseFile[], at: Date): Promise<void> {
    await this.saveRequests(tx, files, at);
    await this.saveTasks(tx, files, at);
    await this.clocks.apply(
      tx,
      files.flatMap(({ clocks }) => clocks),
    );
    await this.lifeLines.add(
      tx,
      files.flatMap(({ entries }) => entries),
    );
    await this.outbox.add(
      tx,
      files.flatMap(({ events }) => events),
    );
  }

  private async saveRequests(tx: EntityManager, files: readonly CaseFile[], at: Date): Promise<void> {
    const changed = files.filter(({ requestChanges }) => requestChanges.size > 0);
    const keys = new Set<keyof ServiceRequest>();
    for (const { requestChanges } of changed) for (const key of requestChanges) keys.add(key);
    const rows = changed.map(({ request }) => ({ ...request, version: request.version + 1, updatedAt: at }));
    await this.requests.write(tx, rows, keys);
  }

  private async saveTasks(tx: EntityManager, files: readonly CaseFile[], at: Date): Promise<void> {
    const keys = new Set<keyof Task>();
    const changed: Task[] = [];
    const created: Task[] = [];
    for (const file of files) {
      const isNew = new Set(file.created.map(({ id }) => id));
      for (const task of file.tasks) {
        const changes = file.taskChanges.get(task.id);
        if (isNew.has(task.id)) created.push(task);
        else if (changes) {
          changed.push({ ...task, version: task.version + 1, updatedAt: at });
          for (const key of changes) keys.add(key);
        }
      }
    }
    await this.tasks.insert(tx, created);
    await this.tasks.write(tx, changed, keys);
  }
}
