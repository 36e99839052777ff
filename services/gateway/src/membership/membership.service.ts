import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { lock, Transactions } from '@qi/platform';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import type { ActorClaims } from '../session/session';
import { leavesNobody, mayEnd } from './managing';
import { assertFit, membershipProblem } from './membership';
import { MembershipRow } from './membership.row';
import { Organisations } from './organisation.client';

export type NewMembership = Omit<MembershipRow, 'id' | 'createdAt' | 'actedAt' | 'endedAt' | 'endedBy'>;

/** Of the people within one administrator's reach. */
const MOST_SHOWN = 1_000;

@Injectable()
export class Memberships {
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Called after every change of a membership in this process. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  activeOf(sub: string, tx: EntityManager = this.dataSource.manager): Promise<MembershipRow[]> {
    return tx.find(MembershipRow, { where: { sub, endedAt: IsNull() }, order: { createdAt: 'asc' } });
  }

  /** The people of the organisation that the actor acts for; nobody's where it acts for none. */
  async colleaguesOf({ org }: ActorClaims): Promise<MembershipRow[]> {
    return org ? this.peopleOf(org.kind, org.id, this.dataSource.manager) : [];
  }

  /** A country has some thousand windows with a few people each: all are read, and those within the actor's reach are shown. */
  async staffUnder(actor: ActorClaims): Promise<MembershipRow[]> {
    const staff = await this.dataSource.manager.find(MembershipRow, {
      where: { organisationKind: In(['platform', 'administration']), endedAt: IsNull() },
      order: { organisationName: 'asc', personName: 'asc' },
    });
    return staff.filter((membership) => mayEnd(actor, membership)).slice(0, MOST_SHOWN);
  }

  /** Gives a person this membership of an organisation; another that it has there is ended. */
  async put(given: NewMembership, by: string, tx: EntityManager): Promise<void> {
    const { sub, organisationKind, organisationId } = given;
    assertFit(organisationKind, given.roles);
    const there = { sub, organisationKind, organisationId, endedAt: IsNull() };
    const known = await tx.findOneBy(MembershipRow, there);
    if (known && saysSame(known, given)) return;
    const now = this.clock.now();
    await tx.update(MembershipRow, there, { endedAt: now, endedBy: by });
    const fresh = { id: newId(), createdAt: now, actedAt: now, endedAt: null, endedBy: null };
    await tx.insert(MembershipRow, { ...given, ...fresh });
  }

  /** Whoever registered a firm, and so is its owner there, acts for it here. */
  async claim(enterpriseId: string, actor: ActorClaims): Promise<void> {
    const organisationName = await this.organisations.nameOf('enterprise', enterpriseId, actor);
    if (!(await this.organisations.ownsEnterprise(enterpriseId, actor))) throw membershipProblem['not-owner']();
    const organisation = { organisationKind: 'enterprise' as const, organisationId: enterpriseId, organisationName };
    const person = { sub: actor.sub, personName: actor.name };
    await this.change((tx) => this.put({ ...person, ...organisation, roles: ['applicant'], areas: [] }, actor.sub, tx));
  }

  /** Ends a membership: one's own, or one that the actor manages; others are not there. */
  async end(id: string, actor: ActorClaims): Promise<void> {
    await this.change(async (tx) => {
      // Two who take each other out at once would leave nobody.
      await tx.query('lock table membership in share row exclusive mode');
      const row = await lock(tx, MembershipRow, { id, endedAt: IsNull() }, membershipProblem.unknown());
      if (row.sub !== actor.sub && !mayEnd(actor, row)) throw membershipProblem.unknown();
      const all = await this.peopleOf(row.organisationKind, row.organisationId, tx);
      if (leavesNobody(all, row)) throw membershipProblem['last-manager']();
      await tx.update(MembershipRow, { id }, { endedAt: this.clock.now(), endedBy: actor.sub });
    });
  }

  async acted(id: string, tx: EntityManager): Promise<void> {
    await tx.update(MembershipRow, { id }, { actedAt: this.clock.now() });
  }

  /** A transaction that changes memberships. */
  async change(work: (tx: EntityManager) => Promise<void>): Promise<void> {
    await this.transactions.run(work);
    for (const listener of this.listeners) listener();
  }

  private peopleOf(kind: string, id: string, tx: EntityManager): Promise<MembershipRow[]> {
    return tx
      .createQueryBuilder(MembershipRow, 'm')
      .where('m.organisation_kind = :kind and m.organisation_id = :id and m.ended_at is null', { kind, id })
      .orderBy('m.created_at')
      .addOrderBy('m.id')
      .getMany();
  }
}

function saysSame(a: NewMembership, b: NewMembership): boolean {
  const saying = ({ personName, organisationName, roles, areas }: NewMembership) =>
    JSON.stringify([personName, organisationName, roles, areas]);
  return saying(a) === saying(b);
}
