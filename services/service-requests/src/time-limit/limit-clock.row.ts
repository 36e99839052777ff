import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockKind } from './change';
import type { ClockStatus, Extension, LimitClock } from './clock';

@Entity({ name: 'limit_clock' })
export class LimitClockRow implements LimitClock {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid', { nullable: true }) taskId: string | null;
  @Column('text') kind: ClockKind;
  @Column('text') status: ClockStatus;
  @Column('timestamptz') startedAt: Date;
  @Column('integer') allowedMinutes: number;
  @Column('integer') usedMinutes: number;
  @Column('timestamptz', { nullable: true }) runningSince: Date | null;
  @Column('timestamptz') dueAt: Date;
  @Column('boolean') fixed: boolean;
  @Column('boolean') provisional: boolean;
  @Column('smallint') remindedPercent: number;
  @Column('smallint') level: number;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('timestamptz', { nullable: true }) stoppedAt: Date | null;
  @Column('jsonb') extensions: Extension[];
}
