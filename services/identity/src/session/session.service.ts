import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OidcService } from '../oidc/oidc.service';
import type { Visit } from '../page/page.decorator';

export interface SessionInUse {
  readonly uid: string;
  readonly userAgent: string;
  readonly address: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
}

interface Authorization {
  readonly sid?: string;
  readonly grantId?: string;
}

const LIST = `
  select use.session_uid as uid, use.user_agent as "userAgent", use.address, use.began_at as "beganAt", use.seen_at as "seenAt"
  from oidc_item as item join session_use as use on use.session_uid = item.uid
  where item.kind = 'Session' and item.account_sub = $1 and item.expires_at > now()
  order by use.seen_at desc limit 100`;
const END = `
  delete from oidc_item where kind = 'Session' and account_sub = $1 and ($2::text is null or uid = $2)
    and ($3::text is null or uid <> $3)
  returning payload -> 'authorizations' as authorizations`;

/** The sign-ins of an account. Ending one ends what applications keep for it, too: they are told by back channel. */
@Injectable()
export class SessionService {
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly dataSource: DataSource,
    private readonly oidc: OidcService,
  ) {}

  /** Who is signed in here in this browser, and by which session. */
  async current({ request, response }: Visit): Promise<{ sub: string; uid: string } | undefined> {
    const { Session } = await this.oidc.provider();
    const { accountId, uid } = await Session.get({ req: request, res: response });
    return accountId === undefined ? undefined : { sub: accountId, uid };
  }

  list(sub: string): Promise<SessionInUse[]> {
    return this.dataSource.query(LIST, [sub]);
  }

  /** Ends one session of the account; nothing happens when it has no such session. */
  end(sub: string, uid: string): Promise<void> {
    return this.endWhere(sub, uid, null);
  }

  /** Ends all of the account but `kept`. */
  endAll(sub: string, kept: string | null = null): Promise<void> {
    return this.endWhere(sub, null, kept);
  }

  private async endWhere(sub: string, uid: string | null, kept: string | null): Promise<void> {
    type Ended = { readonly authorizations: Readonly<Record<string, Authorization>> | null };
    const [ended] = await this.dataSource.query<[Ended[], number]>(END, [sub, uid, kept]);
    const used = ended.flatMap(({ authorizations }) => Object.entries(authorizations ?? {}));
    const grants = used.flatMap(([, { grantId }]) => grantId ?? []);
    await this.dataSource.query('delete from oidc_item where grant_id = any ($1::text[])', [grants]);
    await Promise.all(used.map(([clientId, { sid }]) => this.tell(clientId, sub, sid)));
  }

  /** An application that does not answer keeps its own session until it asks again; that is logged and no reason to fail. */
  private async tell(clientId: string, sub: string, sid: string | undefined): Promise<void> {
    const client = await (await this.oidc.provider()).Client.find(clientId);
    if (!client?.backchannelLogoutUri || sid === undefined) return;
    await client.backchannelLogout(sub, sid).catch((error: Error) => {
      this.logger.warn(`${clientId} did not hear of a sign-out: ${error.message}`);
    });
  }
}
