import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The cookie's value is known to the browser only; here stands its hash. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') tokenHash: string;
  @Column('text') sub: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') csrf: string;
  @Column('uuid', { nullable: true }) membershipId: string | null;
  /** Session id at the OpenID provider, for back-channel logout. */
  @Column('text', { nullable: true }) providerSid: string | null;
  @Column('text') idToken: string;
  /** How the provider says the person proved who it is (authentication context class). */
  @Column('text', { nullable: true }) acr: string | null;
  @Column('text', { nullable: true }) userAgent: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
