import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { byOf, pageOf, Transactions, type Actor, type Page, type PageQuery } from '@qi/platform';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
import { idAfter } from '../id-cursor';
import { attachmentProblem, examine, type Attachment } from './attachment';
import { AttachmentRow } from './attachment.row';
import { AttachmentStore } from './attachment.store';

@Injectable()
export class Attachments {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: AttachmentStore,
    private readonly enterprises: Enterprises,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  /** The bytes are durable before the row says that they exist; bytes without a row are harmless and found again. */
  async add(enterpriseId: string, file: { name: string; bytes: Buffer }, actor: Actor): Promise<AttachmentRow> {
    await this.enterprises.getFor(actor, enterpriseId);
    const { type, fileName } = examine(file.name, file.bytes);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    await this.store.put(sha256, file.bytes);
    const attachment: Attachment = {
      ...{ id: newId(), enterpriseId, sha256, type, fileName },
      size: file.bytes.length,
      uploadedBy: byOf(actor),
      uploadedAt: this.clock.now(),
    };
    return this.transactions.run((tx) => tx.save(Object.assign(new AttachmentRow(), attachment)));
  }

  async getFor(actor: Actor, id: string): Promise<AttachmentRow> {
    const row = await this.dataSource.manager.findOneBy(AttachmentRow, { id });
    if (!row || !(await this.enterprises.canRead(actor, row.enterpriseId))) throw attachmentProblem.unknown();
    return row;
  }

  async openFor(actor: Actor, id: string): Promise<{ attachment: Attachment; content: Readable }> {
    const attachment = await this.getFor(actor, id);
    return { attachment, content: await this.store.open(attachment.sha256) };
  }

  async list(enterpriseId: string, { limit, after }: PageQuery, actor: Actor): Promise<Page<AttachmentRow>> {
    await this.enterprises.getFor(actor, enterpriseId);
    const rows = await this.dataSource.manager.find(AttachmentRow, {
      where: { enterpriseId, ...(after === undefined ? {} : { id: MoreThan(idAfter(after)) }) },
      order: { id: 'asc' },
      take: limit + 1,
    });
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** Throws `attachment/unknown-ids` unless all exist and belong to the enterprise. */
  async assertUsable(ids: readonly string[], enterpriseId: string, tx: EntityManager): Promise<void> {
    const found = new Set(
      (await this.describe(ids, tx)).filter((one) => one.enterpriseId === enterpriseId).map(({ id }) => id),
    );
    const missing = ids.filter((id) => !found.has(id.toLowerCase()));
    if (missing.length > 0) throw attachmentProblem['unknown-ids']({ ids: missing });
  }

  async describe(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Attachment[]> {
    return ids.length === 0 ? [] : tx.findBy(AttachmentRow, { id: In([...new Set(ids)]) });
  }
}
