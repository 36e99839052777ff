import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Bytes by their digest: the same file delivered twice is kept once. */
@Entity('job_file')
export class JobFileRow {
  @PrimaryColumn('text') sha256: string;
  @Column('text') contentType: string;
  @Column('bytea') bytes: Buffer;
  @Column('timestamptz') createdAt: Date;
}
