import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoutingPolicy } from '../routing/policy';

/** Every version is kept, because decisions name theirs. */
@Entity('routing_policy')
export class RoutingPolicyRow {
  @PrimaryColumn('integer') version: number;
  @Column('json') value: RoutingPolicy;
  @Column('text') reason: string;
  @Column('json') changedBy: { sub: string; name: string };
  @Column('timestamptz') changedAt: Date;
}
