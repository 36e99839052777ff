import { Injectable } from '@nestjs/common';
import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { ServiceRequest } from '../service-request/service-request';
import { ServiceRequests } from '../service-request/service-request.service';
import type { Task } from '../task/task';
import { Tasks } from '../task/task.service';
import type { LimitClock } from '../time-limit/clock';
import { Consequences } from '../time-limit/consequences.service';
import { CaseFile } from './case-file';
import { RatingWindows } from './rating-window.service';

/** Loads requests with their tasks under one lock and writes what was decided, one statement a table. */
@Injectable()
export class Cases {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly tasks: Tasks,
    private readonly consequences: Consequences,
    private readonly ratingWindows: RatingWindows,
  ) {}

  /** By request id; ids without a request are missing. The lock of the request guards its tasks. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<Map<string, CaseFile>> {
    // The tasks are read after the lock is held: statements of one session follow one another.
    const [requests, tasks] = await together(this.requests.lockAll(tx, ids), this.tasks.listOf(ids, tx));
    const byRequest = new Map<string, Task[]>();
    for (const task of tasks) byRequest.set(task.requestId, [...(byRequest.get(task.requestId) ?? []), task]);
    return new Map(requests.map((request) => [request.id, new CaseFile(request, byRequest.get(request.id) ?? [])]));
  }

  /** The files then hold the rows as written. Answers the clocks that were started, paused or resumed. */
  async save(tx: EntityManager, files: readonly CaseFile[], at: Date): Promise<LimitClock[]> {
    for (const file of files) file.seal(at);
    const requests = files.filter(({ requestChanges }) => requestChanges.size > 0);
    const [, , , clocks] = await together(
      this.requests.write(
        tx,
        requests.map(({ request }) => request),
        keysOf<ServiceRequest>(requests.map(({ requestChanges }) => requestChanges)),
      ),
      this.tasks.insert(
        tx,
        files.flatMap(({ created }) => created),
      ),
      this.tasks.write(
        tx,
        files.flatMap(({ changed }) => changed),
        keysOf<Task>(files.flatMap(({ taskChanges }) => [...taskChanges.values()])),
      ),
      this.consequences.write(tx, files),
    );
    await this.ratingWindows.set(tx, requests);
    return clocks;
  }
}

function keysOf<T>(changes: readonly ReadonlySet<keyof T>[]): Set<keyof T> {
  return new Set(changes.flatMap((keys) => [...keys]));
}
