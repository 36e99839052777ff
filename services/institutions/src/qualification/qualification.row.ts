import type { Scheme } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Qualification, QualificationStatus } from './qualification';

@Entity()
export class QualificationRow implements Qualification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') institutionId: string;
  @Column('text') scheme: Scheme;
  @Column('text') number: string;
  @Column('text') issuer: string;
  @Column('date') issuedOn: string;
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('text') status: QualificationStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
