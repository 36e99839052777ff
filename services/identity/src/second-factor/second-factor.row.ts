import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class SecondFactorRow {
  @PrimaryColumn('text') sub: string;
  @Column('text') sealedSecret: string;
  /** Null while the person has not shown that the authenticator works. */
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('integer') lastStep: number;
}

@Entity()
export class RecoveryCodeRow {
  @PrimaryColumn('text') sub: string;
  @PrimaryColumn('bytea') codeHash: Buffer;
}
