import type { OutgoingEvent } from '../wire/cloud-event';
import type { DatabaseSession } from './database-session';

export interface StoredEvent extends OutgoingEvent {
  readonly seq: string;
  readonly topic: string;
}

/** Less than the broker takes in one batch of one partition (1 MB), even if all rows fall into the same one. */
const MAX_BATCH_BYTES = 768 * 1024;
const OVERHEAD_BYTES = 400;

/** The relay's view of the outbox table. */
export class OutboxStore {
  constructor(
    private readonly session: DatabaseSession,
    private readonly source: string,
  ) {}

  /** The oldest rows, in order, as many as fit into one batch, and whether more were there. */
  async oldest(limit: number): Promise<{ batch: StoredEvent[]; more: boolean }> {
    const rows = await this.session.query<Omit<StoredEvent, 'source'>>(
      'select seq, id, topic, key, type, subject, time, data, headers from outbox order by seq limit $1',
      [limit],
    );
    const batch: StoredEvent[] = [];
    let bytes = 0;
    for (const row of rows) {
      bytes += Buffer.byteLength(row.data) + OVERHEAD_BYTES;
      if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break;
      batch.push({ ...row, source: this.source });
    }
    return { batch, more: batch.length < rows.length || rows.length === limit };
  }

  /** By exact list: a row with a lower number may belong to a transaction that commits later. */
  async remove(events: readonly StoredEvent[]): Promise<void> {
    await this.session.query('delete from outbox where seq = any($1::bigint[])', [events.map(({ seq }) => seq)]);
  }

  /** Rows waiting (counted up to 100,000) and the age of the oldest in seconds. */
  async backlog(): Promise<{ depth: number; ageSeconds: number }> {
    const rows = await this.session.query<{ depth: number; age: number | null }>(`
      select count(*)::int as depth, extract(epoch from clock_timestamp() - min(time))::float8 as age
      from (select time from outbox order by seq limit 100000) as waiting`);
    return { depth: rows[0]?.depth ?? 0, ageSeconds: Math.max(0, rows[0]?.age ?? 0) };
  }

  /** Forgets applied events older than `days`, at most `limit` of them; returns how many. */
  async forgetInbox(days: number, limit: number): Promise<number> {
    const rows = await this.session.query<{ n: number }>(
      `with old as (
         delete from inbox where ctid = any(array(
           select ctid from inbox where received_at < now() - make_interval(days => $1) limit $2)) returning 1)
       select count(*)::int as n from old`,
      [days, limit],
    );
    return rows[0]?.n ?? 0;
  }
}
