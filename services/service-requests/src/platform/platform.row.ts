import type { PlatformStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { Platform } from './platform';

@Entity()
export class PlatformRow implements Platform {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  name: Words;

  @Column('text')
  status: PlatformStatus;

  @Column('text', { array: true })
  industryCodes: string[];

  @Column('text', { array: true })
  areaCodes: string[];

  @Column('text', { nullable: true })
  address: string | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('text', { nullable: true })
  openingHours: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
