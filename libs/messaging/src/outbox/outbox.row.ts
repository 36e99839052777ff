import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A fact that has happened and is not yet on Kafka. Written only by Outbox.add, removed only by the relay. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  topic: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'timestamptz' })
  time: Date;

  /** JSON text, sent byte for byte. */
  @Column({ type: 'text' })
  data: string;

  @Column({ type: 'jsonb' })
  headers: Record<string, string>;
}

/** The facts already applied here: what makes a second delivery harmless. */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn({ type: 'uuid', name: 'event_id' })
  eventId: string;

  @Column({ type: 'timestamptz', name: 'received_at', default: () => 'now()' })
  receivedAt: Date;
}
