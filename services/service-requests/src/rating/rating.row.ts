import type { By } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rating } from './rating';

@Entity()
export class RatingRow implements Rating {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  requestId: string;

  @Column('text')
  requestNumber: string;

  @Column('uuid', { nullable: true })
  taskId: string | null;

  @Column('uuid')
  enterpriseId: string;

  @Column('uuid')
  platformId: string;

  @Column('uuid', { nullable: true })
  providerId: string | null;

  @Column('smallint')
  timeliness: number;

  @Column('smallint')
  result: number;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('jsonb')
  givenBy: By;

  @Column('timestamptz')
  givenAt: Date;
}
