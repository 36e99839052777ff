import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LifeLineEntry } from './life-line';

@Entity({ name: 'life_line_entry' })
export class LifeLineEntryRow implements LifeLineEntry {
  /** Grows with time within one request, whose row is locked while an entry is added. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') requestId: string;
  @Column('uuid', { nullable: true }) taskId: string | null;
  @Column('timestamptz') at: Date;
  @Column('jsonb') by: By;
  @Column('text') kind: string;
  @Column('jsonb') words: Words;
  @Column('jsonb') data: Record<string, unknown>;
}
