import type { By, EnterpriseStatus } from '@qi/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { Enterprise, EnterpriseContact } from './enterprise';

@Entity()
export class EnterpriseRow implements Enterprise {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  uscc: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('text')
  areaCode: string;

  @Column('text')
  industryCode: string;

  @Column('text')
  legalRepresentative: string;

  @Column('jsonb')
  contacts: EnterpriseContact[];

  @Column('text')
  address: string;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('text')
  status: EnterpriseStatus;

  @Column('jsonb', { nullable: true })
  verifiedBy: By | null;

  @Column('timestamptz', { nullable: true })
  verifiedAt: Date | null;

  @Column('text', { nullable: true })
  suspendedReason: string | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
