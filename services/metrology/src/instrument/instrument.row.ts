import type { InstrumentStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Instrument } from './instrument';

@Entity()
export class InstrumentRow implements Instrument {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') areaCode: string;
  @Column('text') name: string;
  @Column('text') model: string;
  @Column('text') serialNumber: string;
  @Column('text') assetNumber: string;
  @Column('text') measurand: string;
  @Column('text') rangeMin: string;
  @Column('text') rangeMax: string;
  @Column('text') unit: string;
  @Column('text') accuracyClass: string;
  @Column('integer') intervalMonths: number;
  @Column('boolean') compulsory: boolean;
  @Column('text') place: string;
  @Column('text', { nullable: true }) standard: string | null;
  @Column('date', { nullable: true }) lastOn: string | null;
  @Column('date') dueOn: string;
  @Column('text', { nullable: true }) certificateNumber: string | null;
  @Column('text') status: InstrumentStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
