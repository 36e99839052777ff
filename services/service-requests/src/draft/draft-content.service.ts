import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attachments } from '../attachment/attachment.service';
import { Platforms } from '../platform/platform.service';
import { LineReader } from '../request-line/line-reader.service';
import { itemCodesOf } from '../service-request/service-request';
import type { DraftContent } from './draft';
import type { SaveRequestDto } from './draft.dto';

/** Reads what a firm wrote: what it refers to must exist, what it says must make sense; much may still be missing. */
@Injectable()
export class DraftContents {
  constructor(
    private readonly platforms: Platforms,
    private readonly attachments: Attachments,
    private readonly lines: LineReader,
  ) {}

  async read(sent: SaveRequestDto, enterpriseId: string, tx: EntityManager): Promise<DraftContent> {
    const { platformId, title, problem, needBy, contact, attachmentIds } = sent;
    await this.platforms.getOpen(platformId, tx);
    await this.attachments.assertUsable(attachmentIds, enterpriseId, tx);
    const lines = await this.lines.read(sent.lines, { needBy: needBy ?? null, enterpriseId }, tx);
    return {
      ...{ platformId, attachmentIds, lines },
      title: title ?? null,
      problem: problem ?? null,
      needBy: needBy ?? null,
      contact: contact ? { name: contact.name, phone: contact.phone } : null,
      itemCodes: itemCodesOf(lines),
    };
  }
}
