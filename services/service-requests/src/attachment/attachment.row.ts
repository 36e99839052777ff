import type { By } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attachment } from './attachment';
import type { FileType } from './file-type';

@Entity()
export class AttachmentRow implements Attachment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  enterpriseId: string;

  @Column('text')
  sha256: string;

  @Column('integer')
  size: number;

  @Column('text')
  type: FileType;

  @Column('text')
  fileName: string;

  @Column('jsonb')
  uploadedBy: By;

  @Column('timestamptz')
  uploadedAt: Date;
}
