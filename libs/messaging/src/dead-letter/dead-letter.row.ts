import { Column, Entity, PrimaryColumn } from 'typeorm';

export const deadLetterStatuses = ['pending', 'replayed', 'dropped'] as const;
export type DeadLetterStatus = (typeof deadLetterStatuses)[number];

/** A message that could not be applied and never will be as it is. The stream went on without it. */
@Entity('dead_letter')
export class DeadLetterRow {
  /** Derived from where the message lies and what it says: a second delivery makes no second row. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  topic: string;

  @Column({ type: 'int' })
  partition: number;

  @Column({ type: 'bigint', name: 'kafka_offset' })
  kafkaOffset: string;

  @Column({ type: 'text', nullable: true })
  key: string | null;

  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'uuid', name: 'event_id', nullable: true })
  eventId: string | null;

  @Column({ type: 'jsonb' })
  headers: Record<string, string>;

  @Column({ type: 'bytea', nullable: true })
  payload: Buffer | null;

  @Column({ type: 'text' })
  error: string;

  @Column({ type: 'timestamptz', name: 'failed_at' })
  failedAt: Date;

  @Column({ type: 'text', default: 'pending' })
  status: DeadLetterStatus;

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
