import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@qi/contracts';
import { CLOCK, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { needsSecondFactor } from './second-factor';
import { expired } from './session';

/** How long sessions live and what they may, by the clock and the settings. */
@Injectable()
export class SessionPolicy {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** When a session that begins now ends at last. */
  end(): Date {
    return new Date(this.now().getTime() + this.config.sessionHours * 3_600_000);
  }

  /** Whether the person has yet to bring a second factor to act for it; `acr` is how it signed in. */
  isLocked(acr: string | null, { roles }: { readonly roles: readonly Role[] }): boolean {
    const { secondFactor, secondFactorAcr } = this.config;
    return secondFactor === 'staff' && acr !== secondFactorAcr && needsSecondFactor(roles);
  }

  isOver(session: { lastSeenAt: Date; expiresAt: Date }): boolean {
    return expired(session, this.now(), this.config.sessionIdleMinutes * 60_000);
  }
}
