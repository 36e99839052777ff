import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Equipment, EquipmentStatus } from './equipment';

@Entity()
export class EquipmentRow implements Equipment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') institutionId: string;
  @Column('uuid') siteId: string;
  @Column('text') name: string;
  @Column('text') assetNumber: string;
  @Column('text') certificateNumber: string;
  @Column('date') calibratedOn: string;
  @Column('date') calibratedUntil: string;
  @Column('text') status: EquipmentStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('date', { nullable: true }) stoppedOn: string | null;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
