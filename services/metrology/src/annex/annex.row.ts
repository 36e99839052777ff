import { AnnexColumns } from '@qi/provider';
import { Column, Entity } from 'typeorm';
import type { CalibrationField } from '../annex-file/calibration-table';

/** One version of an institute's calibration scope. */
@Entity()
export class AnnexRow extends AnnexColumns<CalibrationField> {
  @Column('uuid', { name: 'institute_id' }) providerId: string;
}
