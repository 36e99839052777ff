import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { Memberships } from '../membership/membership.service';
import { grantedBy } from './granted';

/** Memberships that a person has by what the provider says of it. */
@Injectable()
export class Grants {
  constructor(
    private readonly memberships: Memberships,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  async give(sub: string, personName: string, claims: Readonly<Record<string, unknown>>): Promise<void> {
    const granted = grantedBy(claims, this.config);
    if (granted.length === 0) return;
    await this.memberships.change(async (tx) => {
      for (const given of granted) await this.memberships.put({ ...given, sub, personName }, sub, tx);
    });
  }
}
