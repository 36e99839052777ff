import type { By } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoutingPolicy } from '../routing/policy';
import type { Rerun } from './rerun';

export const simulationStatuses = ['queued', 'running', 'done'] as const;
export type SimulationStatus = (typeof simulationStatuses)[number];

/** One run of past decisions under another policy; `state` and `afterId` are where it stands. */
@Entity('simulation')
export class SimulationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('json') policy: RoutingPolicy;
  @Column('date') fromDate: string;
  @Column('date') toDate: string;
  /** Prefixes of area codes. */
  @Column('text', { array: true }) areas: string[];
  @Column('text') status: SimulationStatus;
  @Column('integer') total: number;
  @Column('uuid', { nullable: true }) afterId: string | null;
  @Column('json') state: Rerun;
  @Column('json') requestedBy: By;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
