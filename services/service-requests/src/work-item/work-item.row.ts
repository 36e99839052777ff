import type { By, WorkItemStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { WorkItem, WorkItemKind } from './work-item';

/** One for each task or item and standard: it opens again rather than twice. */
@Entity()
export class WorkItemRow implements WorkItem {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: WorkItemKind;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) requestNumber: string | null;
  @Column('uuid', { nullable: true }) taskId: string | null;
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('text', { nullable: true }) itemCode: string | null;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('text', { nullable: true }) areaCode: string | null;
  @Column('text') standard: string;
  @Column('date') endsOn: string;
  @Column('date', { nullable: true }) plannedDate: string | null;
  @Column('text', { array: true }) successors: string[];
  @Column('text') status: WorkItemStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) closedBy: By | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @VersionColumn() version: number;
}
