import { Injectable } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { membershipProblem, usual } from '../membership/membership';
import { Memberships } from '../membership/membership.service';
import { hashOf, newSecret } from './session.secret';
import type { Session } from './session';
import { SessionPolicy } from './session.policy';
import { SessionRow } from './session.row';

export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly email: string | null;
  readonly providerSid: string | null;
  readonly idToken: string;
  /** How it proved who it is. */
  readonly acr: string | null;
  readonly userAgent: string | null;
}

export interface Opened {
  /** The cookie's value. */
  readonly secret: string;
  /** The membership that the person would act for, were there a second factor. */
  readonly locked?: string;
}

/** A session that another process of the gateway ended is believed this much longer. */
const REMEMBERED_MS = 2_000;
const REMEMBERED = 20_000;
const SEEN_EVERY_MS = 60_000;

@Injectable()
export class Sessions {
  private readonly remembered = new Map<string, { at: number; session: Promise<Session | undefined> }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly memberships: Memberships,
    private readonly policy: SessionPolicy,
  ) {
    memberships.onChange(() => this.forget());
  }

  /**
   * A new session under a new secret, whatever the browser had before: that one is ended. The person acts for what it
   * asked to, else for what it usually does.
   */
  async open(person: Person, before: string | undefined, asked: string | null = null): Promise<Opened> {
    const secret = newSecret();
    const now = this.policy.now();
    const chosen = await this.transactions.run(async (tx) => {
      if (before) await this.end({ tokenHash: hashOf(before) }, tx);
      const memberships = await this.memberships.activeOf(person.sub, tx);
      const wanted = memberships.find(({ id }) => id === asked);
      if (wanted) await this.memberships.acted(wanted.id, tx);
      const membership = wanted ?? usual(memberships);
      await tx.insert(SessionRow, {
        ...person,
        ...{ id: newId(), tokenHash: hashOf(secret), csrf: newSecret(), membershipId: membership?.id ?? null },
        ...{ createdAt: now, lastSeenAt: now, expiresAt: this.policy.end() },
      });
      return membership;
    });
    return chosen && this.policy.isLocked(person.acr, chosen) ? { secret, locked: chosen.id } : { secret };
  }

  /** The session of a cookie, remembered for two seconds. */
  find(secret: string | undefined): Promise<Session | undefined> {
    if (secret === undefined) return Promise.resolve(undefined);
    const key = hashOf(secret);
    const known = this.remembered.get(key);
    if (known && this.policy.now().getTime() - known.at < REMEMBERED_MS) return known.session;
    const session = this.load(key);
    this.remember(key, session);
    return session;
  }

  /** The person acts for another of its organisations from now on. */
  async actFor(session: Session, membershipId: string): Promise<void> {
    const wanted = session.memberships.find(({ id }) => id === membershipId);
    if (!wanted) throw membershipProblem.unknown();
    if (session.locked.includes(wanted.id)) throw membershipProblem['second-factor']();
    await this.transactions.run(async (tx) => {
      await tx.update(SessionRow, { id: session.id }, { membershipId: wanted.id });
      await this.memberships.acted(wanted.id, tx);
    });
    this.forget();
  }

  listOf(sub: string): Promise<SessionRow[]> {
    const live = { sub };
    return this.dataSource.manager.find(SessionRow, { where: live, order: { lastSeenAt: 'desc' } });
  }

  /** Ends sessions; gives how many there were. */
  async end(where: FindOptionsWhere<SessionRow>, tx: EntityManager = this.dataSource.manager): Promise<number> {
    const { affected } = await tx.delete(SessionRow, where);
    this.forget();
    return affected ?? 0;
  }

  /** Everything may have changed: sessions and memberships are read again. */
  forget(): void {
    this.remembered.clear();
  }

  private async load(tokenHash: string): Promise<Session | undefined> {
    const row = await this.dataSource.manager.findOneBy(SessionRow, { tokenHash });
    if (!row) return undefined;
    const now = this.policy.now();
    if (this.policy.isOver(row)) {
      await this.end({ id: row.id });
      return undefined;
    }
    if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS)
      await this.dataSource.manager.update(SessionRow, { id: row.id }, { lastSeenAt: now });
    const memberships = await this.memberships.activeOf(row.sub);
    const locked = memberships.filter((membership) => this.policy.isLocked(row.acr, membership));
    const open = memberships.filter((membership) => !locked.includes(membership));
    const acting = open.find(({ id }) => id === row.membershipId) ?? usual(open);
    const { id, sub, name, email, csrf, idToken } = row;
    return { id, sub, name, email, csrf, idToken, acting, memberships, locked: locked.map((one) => one.id) };
  }

  private remember(key: string, session: Promise<Session | undefined>): void {
    if (this.remembered.size >= REMEMBERED) this.forget();
    this.remembered.set(key, { at: this.policy.now().getTime(), session });
    // Trouble with the database is answered to whoever asked, and not remembered.
    session.catch(() => this.remembered.delete(key));
  }
}
