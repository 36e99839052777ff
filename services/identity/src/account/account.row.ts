import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Account, AccountStatus } from './account';

@Entity()
export class AccountRow implements Account {
  @PrimaryColumn('text') sub: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('text') status: AccountStatus;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') passwordChangedAt: Date;
  @VersionColumn() version: number;
}
