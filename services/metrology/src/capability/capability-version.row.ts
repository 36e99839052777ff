import { Entity, PrimaryColumn } from 'typeorm';
import { CapabilityRow } from './capability.row';

/** A capability as it was from `updatedAt` until its next version. */
@Entity('capability_version')
export class CapabilityVersionRow extends CapabilityRow {
  @PrimaryColumn('integer') override version: number;
}
