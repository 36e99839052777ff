import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { MembershipRow } from './membership.row';

@Injectable()
export class Memberships {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  activeOf(sub: string, tx: EntityManager = this.dataSource.manager): Promise<MembershipRow[]> {
    return tx.find(MembershipRow, { where: { sub, endedAt: IsNull() }, order: { createdAt: 'asc' } });
  }

  async acted(id: string, tx: EntityManager): Promise<void> {
    await tx.update(MembershipRow, { id }, { actedAt: this.clock.now() });
  }
}
