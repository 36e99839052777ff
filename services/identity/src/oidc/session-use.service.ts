import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import type { Context } from 'oidc-provider';
import { DataSource } from 'typeorm';

const SEEN = `
  insert into session_use (session_uid, user_agent, address, began_at, seen_at) values ($1, $2, $3, $4, $4)
  on conflict (session_uid) do update set
    user_agent = excluded.user_agent, address = excluded.address, seen_at = excluded.seen_at`;
const LONGEST_AGENT = 300;

@Injectable()
export class SessionUseService {
  private readonly logger = new Logger('SessionUse');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Called whenever the provider lets a session go on; a failure spoils no sign-in. */
  seen(context: Context): void {
    const values = [context.oidc.session.uid, context.get('user-agent').slice(0, LONGEST_AGENT), context.ip];
    this.dataSource.query(SEEN, [...values, this.clock.now()]).catch((error: unknown) => this.logger.error(error));
  }
}
