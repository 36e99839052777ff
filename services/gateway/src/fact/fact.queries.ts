import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { Concerned, Side } from './fact';

export interface KeptFact extends Concerned {
  /** Grows; `Last-Event-ID` of a stream. A decimal text. */
  readonly seq: string;
  readonly at: Date;
  readonly service: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly requestId: string;
  readonly toldTo: readonly Side[];
  readonly words: Words | null;
}

export const FACT_COLUMNS = `
  seq::text, at, service, aggregate, aggregate_id as "aggregateId", request_id as "requestId",
  enterprise_id as "enterpriseId", area_code as "areaCode", provider_id as "providerId", told_to as "toldTo", words`;

/** A number is given before its transaction commits: only those older than every transaction under way are complete. */
const SETTLED = 'xid < pg_snapshot_xmin(pg_current_snapshot())';

@Injectable()
export class FactQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Facts after `seq`, oldest first. */
  after(seq: string, limit: number): Promise<KeptFact[]> {
    return this.dataSource.query(
      `select ${FACT_COLUMNS} from fact where seq > $1 and ${SETTLED} order by seq limit $2`,
      [seq, limit],
    );
  }

  /** The newest number there is. */
  async last(): Promise<string> {
    const [row] = await this.dataSource.query<{ seq: string }[]>(
      `select coalesce(max(seq), 0)::text as seq from fact where ${SETTLED}`,
    );
    return row?.seq ?? '0';
  }
}
