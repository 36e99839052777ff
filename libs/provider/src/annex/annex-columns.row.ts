import type { AnnexStatus, By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, PrimaryColumn } from 'typeorm';
import type { Annex, AnnexFormat } from './annex';

/** The columns that the annexes of all services have, as they are before the file is read; `F` are the fields of a file. */
export abstract class AnnexColumns<F extends string = string> implements Annex {
  /** A service names the column after what its providers are. */
  abstract providerId: string;

  @PrimaryColumn('uuid') id: string;
  @Column('text') certNo: string;
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('jsonb') places: Record<string, string>;
  @Column('uuid', { nullable: true }) onlySite: string | null;
  @Column('jsonb') mapping: Readonly<Record<string, F>>;
  @Column('text') format: AnnexFormat;
  @Column('text') fileName: string;
  @Column('text') filePath: string;
  @Column('text') status: AnnexStatus = 'reading';
  @Column('integer') line: number = 0;
  @Column('integer') refused: number = 0;
  @Column('integer') added: number = 0;
  @Column('integer') changed: number = 0;
  @Column('integer') kept: number = 0;
  @Column('integer') gone: number = 0;
  @Column('text', { nullable: true }) registerState: string | null = null;
  @Column('jsonb', { nullable: true }) problem: Words | null = null;
  @Column('text', { nullable: true }) reason: string | null = null;
  @Column('jsonb') submittedBy: By;
  @Column('timestamptz') submittedAt: Date;
  @Column('jsonb', { nullable: true }) reviewedBy: By | null = null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null = null;
}
