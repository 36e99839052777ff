import type { By, WorkItemStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { WorkItem } from './work-item';

/** One for each institution and standard: it opens again rather than twice. */
@Entity()
export class WorkItemRow implements WorkItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') institutionId: string;
  @Column('text') standard: string;
  @Column('date') endsOn: string;
  @Column('text', { array: true }) successors: string[];
  @Column('integer') lines: number;
  @Column('text') status: WorkItemStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) closedBy: By | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @VersionColumn() version: number;
}
