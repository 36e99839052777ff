import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptKind, Attempts } from './attempt';

@Entity()
export class AttemptRow implements Attempts {
  @PrimaryColumn('text') kind: AttemptKind;
  @PrimaryColumn('bytea') keyHash: Buffer;
  @Column('integer') count: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz', { nullable: true }) blockedUntil: Date | null;
}
