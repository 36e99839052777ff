import { Injectable } from '@nestjs/common';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';

/** `2026-11` of an instant, in UTC: partitions follow the stored time. */
function monthOf(time: Date): string {
  return time.toISOString().slice(0, 7);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

@Injectable()
export class EventLogService {
  /** Months whose partition is known to exist: known only after the transaction that made it is over. */
  private readonly months = new Set<string>();

  async append(events: readonly ReceivedEvent[], tx: EntityManager): Promise<void> {
    for (const month of new Set(events.map(({ time }) => monthOf(time)))) await this.ensurePartition(month, tx);
    await tx.query(
      `insert into event_log select * from jsonb_populate_recordset(null::event_log, $1::jsonb) on conflict do nothing`,
      [
        JSON.stringify(
          events.map(({ id, time, type, source, subject, key, data }) => ({
            id,
            time,
            type,
            source,
            subject,
            key,
            data,
          })),
        ),
      ],
    );
  }

  private async ensurePartition(month: string, tx: EntityManager): Promise<void> {
    if (this.months.has(month)) return;
    const name = `event_log_${month.replace('-', '_')}`;
    const [{ exists }] = await tx.query<[{ exists: boolean }]>('select to_regclass($1) is not null as exists', [name]);
    if (exists) {
      this.months.add(month);
      return;
    }
    await tx.query(`select pg_advisory_xact_lock(hashtext('event_log partition'))`);
    await tx.query(
      `create table if not exists ${name} partition of event_log for values from ('${month}-01T00:00:00Z') to ('${nextMonth(month)}-01T00:00:00Z')`,
    );
  }
}
