import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in under way, of the browser that holds the secret. Taken out when it comes back: a code serves once. */
@Entity('login_attempt')
export class LoginAttemptRow {
  @PrimaryColumn('text') secretHash: string;
  @Column('text') state: string;
  @Column('text') nonce: string;
  @Column('text') codeVerifier: string;
  @Column('text') returnTo: string;
  /** What the person wants to act for after it. */
  @Column('uuid', { nullable: true }) membershipId: string | null;
  @Column('timestamptz') startedAt: Date;
}
