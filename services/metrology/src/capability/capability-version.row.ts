import { Entity, PrimaryColumn } from 'typeorm';
import type { Capability } from './capability';
import { CapabilityColumns } from './capability.row';

/** A capability as it was from `updatedAt` until its next version. */
@Entity('capability_version')
export class CapabilityVersionRow extends CapabilityColumns implements Capability {
  @PrimaryColumn('integer') version: number;
}
