import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { StandardFact } from '../routing/standard-fact';

@Entity('standard')
export class StandardRow {
  @PrimaryColumn('text') number: string;
  @Column('text') family: string;
  @Column('json') title: Words;
  @Column('boolean') mandatory: boolean;
  @Column('date', { nullable: true }) inForceFrom: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { array: true }) successors: string[];
  /** Instant of the fact; an older fact never overwrites a newer one. */
  @Column('timestamptz') statedAt: Date;
  @Column('text') statedBy: string;
  @VersionColumn() version: number;
}

export function factOf(row: StandardRow): StandardFact {
  const { number, family, title, mandatory, inForceFrom, endsOn, successors } = row;
  return {
    number,
    family,
    title,
    mandatory,
    ...(inForceFrom !== null && { inForceFrom }),
    ...(endsOn !== null && { endsOn }),
    successors,
  };
}
