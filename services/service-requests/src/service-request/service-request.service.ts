import { Inject, Injectable } from '@nestjs/common';
import type { ServiceRequestStatus, TaskStatus } from '@qi/contracts';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { byOf, lock, type Actor } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { insertRows, lockRows, updateRows } from '../multi-row';
import { Tasks } from '../task/task.service';
import type { Act, ServiceRequest } from './service-request';
import { requestProblem } from './service-request.problems';
import { ServiceRequestRow } from './service-request.row';

/** Requests as rows: who may see and lock them, and how they are written. */
@Injectable()
export class ServiceRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly tasks: Tasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  actOf(actor: Actor): Act {
    return { by: byOf(actor), at: this.clock.now() };
  }

  /** The request if the actor may see it; `service-request/unknown` otherwise. */
  async getFor(actor: Actor, id: string): Promise<ServiceRequest> {
    const row = await this.dataSource.manager.findOneBy(ServiceRequestRow, { id });
    if (!row) throw requestProblem.unknown();
    const { number, enterpriseId, areaCode } = row;
    const read = { kind: 'service-request', id, number, enterpriseId, areaCode, requestId: id };
    await this.access.assertReads(actor, read, requestProblem.unknown);
    return row;
  }

  /** What a rating has to know of the request; only for those who may see it. */
  async getForRating(id: string, actor: Actor): Promise<RequestForRating> {
    const { number, enterpriseId, platformId, status, completedAt } = await this.getFor(actor, id);
    const tasks = await this.tasks.listOf([id]);
    return {
      ...{ id, number, enterpriseId, platformId, status },
      ...(completedAt ? { completedAt } : {}),
      tasks: tasks.map((task) => ({
        ...{ id: task.id, status: task.status },
        ...(task.confirmedAt ? { confirmedAt: task.confirmedAt } : {}),
        ...(task.job ? { providerId: task.job.providerId } : {}),
      })),
    };
  }

  /** Locked for the firm itself, or for a clerk who acts for it at the counter. */
  async lockForFirm(tx: EntityManager, id: string, actor: Actor): Promise<ServiceRequest> {
    const row = await lock(tx, ServiceRequestRow, { id }, requestProblem.unknown());
    await this.access.assertFirm(actor, row, requestProblem.unknown, tx);
    return row;
  }

  async lockForWindow(tx: EntityManager, id: string, actor: Actor): Promise<ServiceRequest> {
    const row = await lock(tx, ServiceRequestRow, { id }, requestProblem.unknown());
    this.access.assertWindow(actor, row, requestProblem.unknown);
    return row;
  }

  /** Locks requests in the order of their ids, so that two chunks cannot wait for each other. */
  lockAll(tx: EntityManager, ids: readonly string[]): Promise<ServiceRequest[]> {
    return lockRows(tx, ServiceRequestRow, ids);
  }

  async insert(tx: EntityManager, request: ServiceRequest): Promise<void> {
    await insertRows(tx, ServiceRequestRow, [request]);
  }

  /** Writes a locked request with what changes, one version up. */
  async change(tx: EntityManager, request: ServiceRequest, next: Partial<ServiceRequest>): Promise<ServiceRequest> {
    const changed = { ...request, ...next, version: request.version + 1, updatedAt: this.clock.now() };
    await this.write(tx, [changed], Object.keys(next) as (keyof ServiceRequest)[]);
    return changed;
  }

  /** Writes the changed properties of locked requests. */
  async write(
    tx: EntityManager,
    requests: readonly ServiceRequest[],
    changed: Iterable<keyof ServiceRequest>,
  ): Promise<void> {
    await updateRows(tx, ServiceRequestRow, requests, new Set([...changed, 'version', 'updatedAt']));
  }

  /** `QI-<yyyymmdd>-<6 digits>`, the day in Asia/Shanghai. */
  async nextNumber(tx: EntityManager): Promise<string> {
    const [row] = await tx.query<{ n: string }[]>(`select nextval('service_request_number') as n`);
    const day = toBusinessDate(this.clock.now()).replaceAll('-', '');
    return `QI-${day}-${String(row?.n).padStart(6, '0')}`;
  }
}

export interface RequestForRating {
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly platformId: string;
  readonly status: ServiceRequestStatus;
  readonly completedAt?: Date;
  readonly tasks: readonly {
    readonly id: string;
    readonly status: TaskStatus;
    readonly confirmedAt?: Date;
    readonly providerId?: string;
  }[];
}
