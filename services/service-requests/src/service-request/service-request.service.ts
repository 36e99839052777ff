import { Inject, Injectable } from '@nestjs/common';
import type { ServiceRequestStatus, TaskStatus } from '@qi/contracts';
import { CLOCK, newId, toBusinessDate, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { assertVersion, byOf, hasRole, lock, Transactions, type Actor } from '@qi/platform';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Attachments } from '../attachment/attachment.service';
import { CaseAccess } from '../case-access/case-access.service';
import { Enterprises } from '../enterprise/enterprise.service';
import { LifeLines } from '../life-line/life-line.service';
import { insertRows, updateRows } from '../multi-row';
import { Platforms } from '../platform/platform.service';
import { Tasks } from '../task/task.service';
import { Clocks } from '../time-limit/clocks.service';
import { copyOf, enterpriseRef, newDraft, type DraftContent } from './draft';
import { LineReader } from './line-reader';
import type { RequestLineDto } from './request-line.dto';
import {
  assertEditable,
  itemCodesOf,
  itemise,
  refuse,
  returnForCorrection,
  type Act,
  type RequestChange,
  type ServiceRequest,
  type WindowAnswer,
} from './service-request';
import type { CreateRequestDto, PatchRequestDto, SaveRequestDto } from './service-request.dto';
import { requestProblem } from './service-request.problems';
import { ServiceRequestRow } from './service-request.row';

/** Drafts, and what the window decides about a request before it has tasks. */
@Injectable()
export class ServiceRequests {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly access: CaseAccess,
    private readonly enterprises: Enterprises,
    private readonly platforms: Platforms,
    private readonly attachments: Attachments,
    private readonly lines: LineReader,
    private readonly lifeLines: LifeLines,
    private readonly clocks: Clocks,
    private readonly tasks: Tasks,
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the firm, or by a clerk at the counter on its behalf. */
  async create(sent: CreateRequestDto, actor: Actor): Promise<ServiceRequestRow> {
    const atCounter = hasRole(actor, 'clerk', 'steward');
    const enterpriseId = sent.enterpriseId ?? (actor.org?.kind === 'enterprise' ? actor.org.id : undefined);
    if (!enterpriseId) throw requestProblem['enterprise-needed']();
    return this.transactions.run(async (tx) => {
      const enterprise = await this.enterprises.getFor(actor, enterpriseId, tx);
      await this.platforms.getOpen(sent.platformId, tx);
      const content = await this.contentOf(sent, enterpriseId, tx);
      const ids = { id: newId(), number: await this.nextNumber(tx) };
      const row = newDraft(ids, { ...content, enterprise }, atCounter ? 'counter' : 'portal', this.actOf(actor));
      await insertRows(tx, ServiceRequestRow, [row]);
      return Object.assign(new ServiceRequestRow(), row);
    });
  }

  /** The whole draft anew. */
  save(id: string, version: number, sent: SaveRequestDto, actor: Actor): Promise<ServiceRequestRow> {
    return this.edit(id, version, actor, (row, tx) => this.contentOf(sent, row.enterpriseId, tx));
  }

  /** Only what is given. Dates and dependencies of the draft are looked at as a whole again. */
  patch(id: string, version: number, sent: PatchRequestDto, actor: Actor): Promise<ServiceRequestRow> {
    return this.edit(id, version, actor, (row, tx) => {
      const { platformId, title, problem, needBy, contact, attachmentIds, lines } = row;
      const kept = { platformId, title, problem, needBy, contact, attachmentIds, lines };
      const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
      return this.contentOf({ ...kept, ...given }, row.enterpriseId, tx);
    });
  }

  /** A new draft with the same content; dates that have passed are left out. */
  async copy(id: string, actor: Actor): Promise<ServiceRequestRow> {
    return this.transactions.run(async (tx) => {
      const source = await tx.findOneBy(ServiceRequestRow, { id });
      if (!source) throw requestProblem.unknown();
      await this.access.assertFirm(actor, source, requestProblem.unknown());
      const enterprise = await this.enterprises.find(source.enterpriseId, tx);
      const ids = { id: newId(), number: await this.nextNumber(tx) };
      const copy = copyOf(source, ids, this.actOf(actor), toBusinessDate(this.clock.now()));
      const row = enterprise ? { ...copy, enterprise: enterpriseRef(enterprise), areaCode: enterprise.areaCode } : copy;
      await insertRows(tx, ServiceRequestRow, [row]);
      return Object.assign(new ServiceRequestRow(), row);
    });
  }

  returnForCorrection(
    id: string,
    asked: Pick<WindowAnswer, 'reasonCode' | 'note' | 'fields'>,
    actor: Actor,
  ): Promise<ServiceRequestRow> {
    return this.decide(id, actor, (row, act) => returnForCorrection(row, asked, act));
  }

  refuse(id: string, asked: Pick<WindowAnswer, 'reasonCode' | 'note'>, actor: Actor): Promise<ServiceRequestRow> {
    return this.decide(id, actor, (row, act) => refuse(row, asked, act));
  }

  itemise(id: string, sent: readonly RequestLineDto[], actor: Actor): Promise<ServiceRequestRow> {
    return this.decide(id, actor, async (row, act, tx) => {
      const lines = await this.lines.read(sent, row.needBy, toBusinessDate(act.at), tx);
      return itemise(row, lines, act);
    });
  }

  /** The request if the actor may see it; `service-request/unknown` otherwise. */
  async getFor(actor: Actor, id: string): Promise<ServiceRequestRow> {
    const row = await this.dataSource.manager.findOneBy(ServiceRequestRow, { id });
    if (!row) throw requestProblem.unknown();
    await this.access.assertReads(actor, row, requestProblem.unknown());
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

  /** Locks requests in the order of their ids, so that two chunks cannot wait for each other. */
  lockAll(tx: EntityManager, ids: readonly string[]): Promise<ServiceRequest[]> {
    return tx.find(ServiceRequestRow, {
      where: { id: In([...ids]) },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Writes what rules changed in locked requests. */
  async write(
    tx: EntityManager,
    requests: readonly ServiceRequest[],
    changed: Iterable<keyof ServiceRequest>,
  ): Promise<void> {
    const written = new Set<keyof ServiceRequest>([...changed, 'version', 'updatedAt']);
    await updateRows(tx, ServiceRequestRow, requests as readonly ServiceRequestRow[], written);
  }

  private edit(
    id: string,
    version: number,
    actor: Actor,
    content: (row: ServiceRequestRow, tx: EntityManager) => Promise<DraftContent>,
  ): Promise<ServiceRequestRow> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, ServiceRequestRow, { id }, requestProblem.unknown());
      await this.access.assertFirm(actor, row, requestProblem.unknown());
      assertVersion(row, version);
      assertEditable(row);
      return this.keep(tx, row, await content(row, tx));
    });
  }

  private decide(
    id: string,
    actor: Actor,
    rule: (row: ServiceRequestRow, act: Act, tx: EntityManager) => RequestChange | Promise<RequestChange>,
  ): Promise<ServiceRequestRow> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, ServiceRequestRow, { id }, requestProblem.unknown());
      this.access.assertWindow(actor, row, requestProblem.unknown());
      const change = await rule(row, this.actOf(actor), tx);
      const kept = await this.keep(tx, row, change.next);
      await this.clocks.apply(tx, change.clocks);
      await this.lifeLines.add(tx, change.entries);
      await this.outbox.add(tx, change.events);
      return kept;
    });
  }

  private async keep(
    tx: EntityManager,
    row: ServiceRequestRow,
    next: Partial<ServiceRequest>,
  ): Promise<ServiceRequestRow> {
    Object.assign(row, next, { version: row.version + 1, updatedAt: this.clock.now() });
    await this.write(tx, [row], Object.keys(next) as (keyof ServiceRequest)[]);
    return row;
  }

  private async contentOf(sent: SentContent, enterpriseId: string, tx: EntityManager): Promise<DraftContent> {
    const { platformId, title, problem, needBy, contact, attachmentIds } = sent;
    await this.attachments.assertUsable(attachmentIds, enterpriseId, tx);
    const lines = await this.lines.read(sent.lines, needBy ?? null, toBusinessDate(this.clock.now()), tx);
    return {
      ...{ platformId, attachmentIds, lines },
      title: title ?? null,
      problem: problem ?? null,
      needBy: needBy ?? null,
      contact: contact ? { name: contact.name, phone: contact.phone } : null,
      itemCodes: itemCodesOf(lines),
    };
  }

  private async nextNumber(tx: EntityManager): Promise<string> {
    const [row] = await tx.query<{ n: string }[]>(`select nextval('service_request_number') as n`);
    const day = toBusinessDate(this.clock.now()).replaceAll('-', '');
    return `QI-${day}-${String(row?.n).padStart(6, '0')}`;
  }

  private actOf(actor: Actor): Act {
    return { by: byOf(actor), at: this.clock.now() };
  }
}

type SentContent = Omit<CreateRequestDto, 'enterpriseId'>;

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
