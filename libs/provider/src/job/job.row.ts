import type { By, Deliverable, Element, JobStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Job } from './job';

/** One line of what happened to a job, oldest first. */
export interface LifeLineEntry {
  readonly status: JobStatus;
  readonly at: string;
  readonly step?: string;
  readonly by?: By;
  readonly note?: string;
}

@Entity('job')
export class JobRow implements Job {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  /** Shown to those who must not know the client. */
  @Column('text') blindNumber: string;
  @Column('uuid') taskId: string;
  @Column('text') taskNumber: string;
  @Column('uuid') requestId: string;
  @Column('text') requestNumber: string;
  @Column('text') element: Element;
  @Column('text') itemCode: string;
  @Column('text') itemZh: string;
  @Column('text') itemEn: string;
  @Column('integer') round: number;
  @Column('uuid') providerId: string;
  @Column('text') providerName: string;
  @Column('uuid', { nullable: true }) siteId: string | null;
  @Column('uuid') enterpriseId: string;
  @Column('text') enterpriseName: string;
  @Column('text') areaCode: string;
  @Column('text') secrecy: 'normal' | 'strict';
  @Column('uuid') decisionId: string;
  @Column('text') status: JobStatus;
  @Column('timestamptz') answerBy: Date;
  @Column('date') promisedDate: string;
  @Column('text', { nullable: true }) step: string | null;
  @Column('json') deliverables: Deliverable[];
  @Column('json') formerDeliverables: Deliverable[];
  @Column('text', { nullable: true }) reason: string | null;
  @Column('json', { nullable: true }) paused: Words | null;
  @Column('json') lifeLine: LifeLineEntry[];
  @Column('timestamptz') offeredAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
