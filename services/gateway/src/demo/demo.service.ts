import { Injectable } from '@nestjs/common';
import type { Actor } from '@qi/platform';
import { Memberships, type NewMembership } from '../membership/membership.service';

@Injectable()
export class DemoMemberships {
  constructor(private readonly memberships: Memberships) {}

  async put(given: readonly NewMembership[], actor: Actor): Promise<void> {
    await this.memberships.change(async (tx) => {
      for (const membership of given) await this.memberships.put(membership, actor.sub, tx);
    });
  }
}
