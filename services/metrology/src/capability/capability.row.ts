import type { ScopeLineStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Capability, CapabilityKind } from './capability';

/** What a capability and a version of one have in common. */
export abstract class CapabilityColumns implements Omit<Capability, 'version'> {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') instituteId: string;
  @Column('uuid') siteId: string;
  @Column('text') kind: CapabilityKind;
  @Column('text') measurand: string;
  @Column('text') measurandKey: string;
  @Column('text', { array: true }) instrumentKinds: string[];
  @Column('text') rangeMin: string;
  @Column('text') rangeMax: string;
  @Column('text') unit: string;
  @Column('text') uncertainty: string;
  @Column('text') uncertaintyUnit: string;
  @Column('text') k: string;
  @Column('text') p: string;
  @Column('text') method: string;
  @Column('boolean') onSite: boolean;
  @Column('text', { array: true }) legalAreas: string[];
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('text') status: ScopeLineStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('timestamptz') updatedAt: Date;
}

@Entity()
export class CapabilityRow extends CapabilityColumns implements Capability {
  @VersionColumn() version: number;
}
