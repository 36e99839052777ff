import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hasRole, type Actor } from '../auth/actor';
import { decodeCursor, pageOf, type Page } from '../http/paging';
import { AccessEntryRow } from './access-entry.row';
import type { AccessQuery } from './access-log.dto';
import { AccessLog } from './access-log.service';

/** Reads of the access log: an auditor searches all of it, an organisation sees who looked at what is its own. */
@Injectable()
export class AccessLogQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: AccessLog,
  ) {}

  /** Newest first. What this process has noted and not yet written is written before. */
  async list({ limit, after, from, to, ...filter }: AccessQuery, actor: Actor): Promise<Page<AccessEntryRow>> {
    await this.log.write();
    const found = this.dataSource.manager
      .createQueryBuilder(AccessEntryRow, 'entry')
      .orderBy('entry.id', 'DESC')
      .take(limit + 1);
    if (!hasRole(actor, 'auditor')) found.andWhere('entry.ownerKind = :kind and entry.ownerId = :id', ownOf(actor));
    for (const [name, value] of Object.entries(filter))
      if (value !== undefined) found.andWhere(`entry.${name} = :${name}`, { [name]: value as unknown });
    if (from !== undefined) found.andWhere('entry.at >= :from', { from });
    if (to !== undefined) found.andWhere('entry.at < :to', { to });
    if (after !== undefined) found.andWhere('entry.id < :after', { after: decodeCursor(after, 'id')[0] });
    return pageOf(await found.getMany(), limit, ({ id }) => [id]);
  }
}

/** Whoever acts for no organisation owns nothing. */
function ownOf({ org }: Actor): { kind: string; id: string } {
  return org ?? { kind: '', id: '' };
}
