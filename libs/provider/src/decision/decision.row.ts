import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordText } from '../record/record-text';

@Entity('decision')
export class DecisionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('uuid') requestId: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) winnerId: string | null;
  @Column('timestamptz') at: Date;
  /** `json`, not `jsonb`: the text is kept as written. */
  @Column('json') record: RecordText;
}
