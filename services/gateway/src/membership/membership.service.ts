import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { assertFit } from './membership';
import { MembershipRow } from './membership.row';

export type NewMembership = Omit<MembershipRow, 'id' | 'createdAt' | 'actedAt' | 'endedAt' | 'endedBy'>;

@Injectable()
export class Memberships {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  activeOf(sub: string, tx: EntityManager = this.dataSource.manager): Promise<MembershipRow[]> {
    return tx.find(MembershipRow, { where: { sub, endedAt: IsNull() }, order: { createdAt: 'asc' } });
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
    await tx.insert(MembershipRow, {
      ...given,
      id: newId(),
      createdAt: now,
      actedAt: null,
      endedAt: null,
      endedBy: null,
    });
  }

  async acted(id: string, tx: EntityManager): Promise<void> {
    await tx.update(MembershipRow, { id }, { actedAt: this.clock.now() });
  }
}

function saysSame(a: NewMembership, b: NewMembership): boolean {
  const saying = ({ personName, organisationName, roles, areas }: NewMembership) =>
    JSON.stringify([personName, organisationName, roles, areas]);
  return saying(a) === saying(b);
}
