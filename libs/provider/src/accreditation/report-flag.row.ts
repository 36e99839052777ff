import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Reports of one job that one loss puts in doubt. */
@Entity('report_flag')
export class ReportFlagRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lossId: string;
  @Column('uuid') jobId: string;
  @Column('text') jobNumber: string;
  @Column('uuid') taskId: string;
  @Column('uuid') requestId: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') areaCode: string;
  @Column('uuid') providerId: string;
  @Column('text') providerName: string;
  /** Numbers of the reports. */
  @Column('json') numbers: string[];
  @Column('json') cause: Words;
  @Column('date') affectedFrom: string;
  @Column('timestamptz') flaggedAt: Date;
}
