import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Confidence, Standard } from './standard';

/** `tokens` and `number_key` are written with every change and read by searches only. */
@Entity()
export class StandardRow implements Standard {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') printed: string;
  @Column('text') family: string;
  @Column('jsonb') title: Words;
  @Column('text', { array: true }) ics: string[];
  @Column('text', { array: true }) ccs: string[];
  @Column('boolean') mandatory: boolean;
  @Column('date', { nullable: true }) issuedOn: string | null;
  @Column('date', { nullable: true }) inForceFrom: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('boolean') withdrawn: boolean;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text') confidence: Confidence;
  @Column('jsonb') recordedBy: By;
  @Column('timestamptz') recordedAt: Date;
  @VersionColumn() version: number;
}
