import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Asked for and not confirmed yet. */
@Entity()
export class RegistrationRow {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('timestamptz') expiresAt: Date;
}
