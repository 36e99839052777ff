import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which a person may set a new password. */
@Entity()
export class ResetRow {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('text') sub: string;
  @Column('timestamptz') expiresAt: Date;
}
