import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { __Pascal__, __Pascal__Status } from './__name__';

@Entity()
export class __Pascal__Row implements __Pascal__ {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  status: __Pascal__Status;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @VersionColumn()
  version: number;
}
