import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('signing_key')
export class SigningKeyRow {
  /** JWK thumbprint, RFC 7638. */
  @PrimaryColumn('text') kid: string;
  @Column('jsonb') privateKey: JWK;
  @Column('timestamptz') createdAt: Date;
}
