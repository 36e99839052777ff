import type { By } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockKind } from './change';

/** How many working days a kind of clock runs; `itemCode` empty is the default of the kind. */
@Entity({ name: 'time_limit' })
export class TimeLimitRow {
  @PrimaryColumn('text') kind: ClockKind;
  @PrimaryColumn('text') itemCode: string;
  @Column('integer') days: number;
  @Column('integer') version: number;
  @Column('jsonb') changedBy: By;
  @Column('timestamptz') changedAt: Date;
}
