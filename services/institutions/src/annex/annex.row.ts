import type { AnnexStatus, By, Scheme } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mapping } from '../annex-file/cma-table';
import type { AnnexFormat } from '../annex-file/format';
import type { Annex, AnnexExtent } from './annex';

@Entity()
export class AnnexRow implements Annex {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') institutionId: string;
  @Column('text') scheme: Scheme;
  @Column('text') certNo: string;
  @Column('text') extent: AnnexExtent;
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('jsonb') places: Record<string, string>;
  @Column('uuid', { nullable: true }) onlySite: string | null;
  @Column('jsonb') mapping: Mapping;
  @Column('text') format: AnnexFormat;
  @Column('text') fileName: string;
  @Column('text') filePath: string;
  @Column('boolean') uploaded: boolean;
  @Column('text') status: AnnexStatus;
  @Column('integer') line: number;
  @Column('integer') refused: number;
  @Column('integer') added: number;
  @Column('integer') changed: number;
  @Column('integer') kept: number;
  @Column('integer') gone: number;
  @Column('text', { nullable: true }) registerState: string | null;
  @Column('jsonb', { nullable: true }) problem: Words | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') submittedBy: By;
  @Column('timestamptz') submittedAt: Date;
  @Column('jsonb', { nullable: true }) reviewedBy: By | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null;
}
