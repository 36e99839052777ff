import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { expired } from './session';

/** How long sessions live, by the clock and the settings. */
@Injectable()
export class SessionLifetime {
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

  isOver(session: { lastSeenAt: Date; expiresAt: Date }): boolean {
    return expired(session, this.now(), this.config.sessionIdleMinutes * 60_000);
  }
}
