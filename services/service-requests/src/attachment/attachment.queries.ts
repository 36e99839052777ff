import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AccessLog, decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource, MoreThan } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
import { attachmentProblem, type Attachment } from './attachment';
import { toResponse, type AttachmentQuery, type AttachmentResponse } from './attachment.dto';
import { AttachmentRow } from './attachment.row';
import { AttachmentStore } from './attachment.store';

@Injectable()
export class AttachmentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enterprises: Enterprises,
    private readonly store: AttachmentStore,
    private readonly log: AccessLog,
  ) {}

  /** Hidden with the firm it belongs to. */
  async getFor(actor: Actor, id: string): Promise<Attachment> {
    const row = await this.dataSource.manager.findOneBy(AttachmentRow, { id });
    if (!row || !(await this.enterprises.canRead(actor, row.enterpriseId))) throw attachmentProblem.unknown();
    this.log.note(actor, {
      kind: 'attachment',
      id,
      number: row.fileName,
      owner: { kind: 'enterprise', id: row.enterpriseId },
    });
    return row;
  }

  async openFor(actor: Actor, id: string): Promise<{ attachment: Attachment; content: Readable }> {
    const attachment = await this.getFor(actor, id);
    return { attachment, content: await this.store.open(attachment.sha256) };
  }

  async list({ enterpriseId, limit, after }: AttachmentQuery, actor: Actor): Promise<Page<AttachmentResponse>> {
    await this.enterprises.getFor(actor, enterpriseId);
    const rows = await this.dataSource.manager.find(AttachmentRow, {
      where: { enterpriseId, ...(after === undefined ? {} : { id: MoreThan(decodeCursor(after, 'id')[0]) }) },
      order: { id: 'asc' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }
}
