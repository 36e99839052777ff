import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { assertVersion, lock, Transactions } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { schemaFault } from './answers';
import * as serviceItem from './service-item';
import {
  serviceItemProblem,
  type ServiceItem,
  type ServiceItemContent,
  type ServiceItemDecision,
} from './service-item';
import { ServiceItemRow } from './service-item.row';

const MAX_KEPT = 1_000;

@Injectable()
export class ServiceItems {
  /** By `code@version`. What was published never changes, and every request that is submitted asks for it. */
  private readonly versions = new Map<string, ServiceItem>();

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  draft(code: string, content: ServiceItemContent): Promise<ServiceItemRow> {
    assertSchema(content);
    return this.transactions.run(async (tx) => {
      const { next } = serviceItem.draft(newId(), code, content);
      return this.insert(tx, next, serviceItemProblem['code-taken']({ code }));
    });
  }

  draftNextVersion(id: string): Promise<ServiceItemRow> {
    return this.transactions.run(async (tx) => {
      const { code } = await lock(tx, ServiceItemRow, { id }, serviceItemProblem.unknown());
      const latest = await tx.findOneOrFail(ServiceItemRow, { where: { code }, order: { itemVersion: 'desc' } });
      const { next } = serviceItem.draftNextVersion(newId(), latest);
      const { itemVersion } = latest;
      return this.insert(tx, next, serviceItemProblem['draft-exists']({ code, itemVersion: itemVersion + 1 }));
    });
  }

  revise(id: string, version: number, content: ServiceItemContent): Promise<ServiceItemRow> {
    assertSchema(content);
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, ServiceItemRow, { id }, serviceItemProblem.unknown());
      assertVersion(row, version);
      return this.keep(tx, row, serviceItem.revise(row, content));
    });
  }

  /** The version that was published before ends: of one code, one version is offered. */
  publish(id: string): Promise<ServiceItemRow> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const row = await lock(tx, ServiceItemRow, { id }, serviceItemProblem.unknown());
      const decision = serviceItem.publish(row, now);
      const { code } = row;
      const before = await tx.findOne(ServiceItemRow, {
        where: { code, status: 'published' },
        lock: { mode: 'pessimistic_write' },
      });
      if (before) await this.keep(tx, before, serviceItem.retire(before, now));
      return this.keep(tx, row, decision);
    });
  }

  retire(id: string): Promise<ServiceItemRow> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, ServiceItemRow, { id }, serviceItemProblem.unknown());
      return this.keep(tx, row, serviceItem.retire(row, this.clock.now()));
    });
  }

  /**
   * The item as offered now, or that very version where it is named and was published once (requests keep the version
   * they were made with; its `status` is then no promise). Throws `service-item/unknown-code`,
   * `service-item/not-published`, `service-item/retired`.
   */
  async getPublished(
    code: string,
    itemVersion?: number,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ServiceItem> {
    const known = itemVersion === undefined ? undefined : this.versions.get(`${code}@${itemVersion}`);
    if (known) return known;
    const rows = await tx.find(ServiceItemRow, {
      select: { id: true, itemVersion: true, status: true, publishedAt: true },
      where: { code, ...(itemVersion === undefined ? {} : { itemVersion }) },
      order: { itemVersion: 'desc' },
    });
    const found = rows.find(({ publishedAt, status }) =>
      itemVersion === undefined ? status === 'published' : publishedAt !== null,
    );
    if (found) return this.versionOf(code, found.itemVersion, tx);
    if (rows.length === 0) throw serviceItemProblem['unknown-code']({ code });
    const retired = rows.some(({ status }) => status === 'retired');
    throw serviceItemProblem[retired ? 'retired' : 'not-published']({ code });
  }

  /** Every item that is offered now, in the order in which they were drafted. */
  listOffered(): Promise<ServiceItem[]> {
    return this.dataSource.manager.find(ServiceItemRow, { where: { status: 'published' }, order: { id: 'asc' } });
  }

  /** The same object each time: whoever judges answers finds its compiled schema by it. */
  private async versionOf(code: string, itemVersion: number, tx: EntityManager): Promise<ServiceItem> {
    const key = `${code}@${itemVersion}`;
    const known = this.versions.get(key);
    if (known) return known;
    const item = await tx.findOneByOrFail(ServiceItemRow, { code, itemVersion });
    if (this.versions.size >= MAX_KEPT) this.versions.clear();
    this.versions.set(key, item);
    return item;
  }

  private async insert(tx: EntityManager, next: Partial<ServiceItem>, taken: Error): Promise<ServiceItemRow> {
    const row = Object.assign(new ServiceItemRow(), next);
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(ServiceItemRow)
      .values(row as object)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw taken;
    return tx.findOneByOrFail(ServiceItemRow, { id: row.id });
  }

  private async keep(tx: EntityManager, row: ServiceItemRow, decision: ServiceItemDecision): Promise<ServiceItemRow> {
    const saved = await tx.save(Object.assign(row, decision.next));
    await this.outbox.add(tx, decision.events);
    return saved;
  }
}

function assertSchema({ fields }: ServiceItemContent): void {
  const fault = schemaFault(fields);
  if (fault) throw serviceItemProblem['fields-schema']({ fault });
}
