import type { Deliverable, Demand, Element, EnterpriseRef, TaskStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Dispatch, JobView, StepView, Task, UnroutableView } from './task';

@Entity({ name: 'task' })
export class TaskRow implements Task {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('integer') version: number;
  @Column('uuid') requestId: string;
  @Column('text') requestNumber: string;
  @Column('text') lineKey: string;
  @Column('text') status: TaskStatus;
  @Column('text') element: Element;
  @Column('text') itemCode: string;
  @Column('integer') itemVersion: number;
  @Column('jsonb') itemName: Words;
  @Column('integer') days: number;
  @Column('jsonb') demand: Demand;
  @Column('date', { nullable: true }) needBy: string | null;
  @Column('text') urgency: Task['urgency'];
  @Column('text') secrecy: Task['secrecy'];
  @Column('jsonb') consents: { subcontracting: boolean; disclosure: boolean };
  @Column('uuid', { array: true }) excluded: string[];
  @Column('uuid', { array: true }) preferred: string[];
  @Column('uuid', { array: true }) eligibleProviders: string[];
  @Column('integer') answerWithin: number;
  @Column('uuid', { array: true }) dependsOn: string[];
  @Column('uuid') enterpriseId: string;
  @Column('jsonb') enterprise: EnterpriseRef;
  @Column('uuid') platformId: string;
  @Column('text') areaCode: string;
  @Column('integer') round: number;
  @Column('jsonb', { nullable: true }) dispatchedTo: Dispatch | null;
  @Column('uuid', { nullable: true }) jobId: string | null;
  @Column('jsonb', { nullable: true }) job: JobView | null;
  @Column('jsonb', { nullable: true }) step: StepView | null;
  @Column('jsonb', { nullable: true }) unroutable: UnroutableView | null;
  @Column('jsonb') deliverables: Deliverable[];
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) offeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) ratedAt: Date | null;
}
