import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EventQuery, LoggedEvent } from './event-log.dto';

@Injectable()
export class EventLogQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Events in time order; the cursor is the (time, id) of the last one seen. */
  async list({ subject, type, from, limit, after }: EventQuery): Promise<Page<LoggedEvent>> {
    const [time, id] = after ? decodeCursor(after, 'instant', 'id') : [];
    const rows = await this.dataSource.query<LoggedEvent[]>(
      `select id, time, type, source, subject, data from event_log
       where ($1::text is null or subject = $1) and ($2::text is null or type = $2)
         and ($3::timestamptz is null or time >= $3)
         and ($4::timestamptz is null or (time, id) > ($4, $5::uuid))
       order by time, id limit $6`,
      [subject ?? null, type ?? null, from ?? null, time ?? null, id ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.time.toISOString(), row.id]);
  }
}
