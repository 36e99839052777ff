import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { byOf, Transactions, type Actor } from '@qi/platform';
import { In, type EntityManager } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
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
  ) {}

  /** The bytes are durable before the row says that they exist; bytes without a row are harmless and found again. */
  async add(enterpriseId: string, file: { name: string; bytes: Buffer }, actor: Actor): Promise<Attachment> {
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

  /** Throws `attachment/unknown-ids` unless all exist and belong to the enterprise. */
  async assertUsable(ids: readonly string[], enterpriseId: string, tx: EntityManager): Promise<void> {
    const found = await this.describe(ids, tx);
    const own = new Set(found.filter((one) => one.enterpriseId === enterpriseId).map(({ id }) => id));
    const missing = ids.filter((id) => !own.has(id.toLowerCase()));
    if (missing.length > 0) throw attachmentProblem['unknown-ids']({ ids: missing });
  }

  async describe(ids: readonly string[], tx: EntityManager): Promise<Attachment[]> {
    return ids.length === 0 ? [] : tx.findBy(AttachmentRow, { id: In([...new Set(ids)]) });
  }
}
