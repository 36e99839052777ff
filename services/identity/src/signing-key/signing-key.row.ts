import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SigningKey } from './signing-key';

@Entity()
export class SigningKeyRow implements SigningKey {
  @PrimaryColumn('text') kid: string;
  @Column('text') sealedJwk: string;
  @Column('timestamptz') signsFrom: Date;
}
