import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Member, MemberRole } from './member';

@Entity('enterprise_member')
export class MemberRow implements Member {
  @PrimaryColumn('uuid')
  enterpriseId: string;

  @PrimaryColumn('text')
  sub: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: MemberRole[];

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
