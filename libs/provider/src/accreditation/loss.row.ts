import type { Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Loss, LossKind } from './loss';

@Entity('accreditation_loss')
export class LossRow implements Loss {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') providerId: string;
  @Column('text') kind: LossKind;
  @Column('json') cause: Words;
  @Column('date') affectedFrom: string;
  @Column('timestamptz') reportedAt: Date;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
}
