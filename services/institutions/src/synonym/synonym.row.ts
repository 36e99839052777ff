import type { By } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Synonym, SynonymKind, SynonymRelation } from './synonym';

@Entity()
export class SynonymRow implements Synonym {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: SynonymKind;
  @Column('text') name: string;
  @Column('text') nameKey: string;
  @Column('text') relation: SynonymRelation;
  @Column('text') other: string;
  @Column('text') otherKey: string;
  @Column('text') source: string;
  @Column('jsonb') recordedBy: By;
  @Column('timestamptz') recordedAt: Date;
  @Column('jsonb', { nullable: true }) endedBy: By | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
