import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import type { JWK } from 'jose';
import { Provider, type Context, type ProviderAccount } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { AccountService } from '../account/account.service';
import { SigningKeyService } from '../signing-key/signing-key.service';
import { OidcItemStore } from './oidc-item.store';
import { OidcSettings } from './oidc.settings';
import { SessionUseService } from './session-use.service';

/** How long a change of the signing keys may go unnoticed: far less than a key is published before it signs. */
const KEYS_HOLD_MS = 60_000;

interface Built {
  readonly provider: Provider;
  readonly answer: ReturnType<Provider['callback']>;
  /** The ids of its keys, in order. */
  readonly keys: string;
}

/** The OpenID provider of this process. It is built anew when the signing keys change; all its state is in the database. */
@Injectable()
export class OidcService {
  private readonly logger = new Logger('Oidc');
  private building: Promise<Built> | undefined;
  private checkedAt = 0;

  @Inject() private readonly uses: SessionUseService;
  @Inject(CLOCK) private readonly clock: Clock;

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountService,
    private readonly keys: SigningKeyService,
    private readonly settings: OidcSettings,
  ) {}

  async provider(): Promise<Provider> {
    return (await this.current()).provider;
  }

  /** Answers a request for one of the provider's own paths. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await (await this.current()).answer(request, response);
  }

  /** With the keys of the last minute. Clients that verify fetch the keys again by themselves. */
  private current(): Promise<Built> {
    const now = this.clock.now().getTime();
    if (!this.building || Math.abs(now - this.checkedAt) >= KEYS_HOLD_MS) {
      this.checkedAt = now;
      this.building = this.build(this.building);
      this.building.catch(() => (this.building = undefined));
    }
    return this.building;
  }

  private async build(last: Promise<Built> | undefined): Promise<Built> {
    const before = await last?.catch(() => undefined);
    try {
      await this.keys.turnOver();
      const keys = await this.keys.list();
      const ids = keys.map(({ kid }) => kid).join(' ');
      if (before?.keys === ids) return before;
      const provider = await this.make(keys);
      return { provider, answer: provider.callback(), keys: ids };
    } catch (error) {
      if (!before) throw error;
      this.logger.error(error);
      return before;
    }
  }

  private async make(keys: readonly JWK[]): Promise<Provider> {
    const provider = new Provider(this.settings.issuer, {
      ...this.settings.behaviour(),
      adapter: (kind: string) => new OidcItemStore(this.dataSource, kind),
      clients: await this.settings.clients(),
      findAccount: (_: Context, sub: string) => this.account(sub),
      jwks: { keys },
    });
    provider.proxy = true;
    provider.on('authorization.accepted', (context: Context) => this.uses.seen(context));
    provider.on('server_error', (_: Context, error: Error) => this.logger.error(error));
    provider.on('backchannel.error', (_: Context, error: Error) =>
      this.logger.warn(`a sign-out was not heard: ${error.message}`),
    );
    return provider;
  }

  private async account(sub: string): Promise<ProviderAccount | undefined> {
    const account = await this.accounts.find(sub);
    if (!account) return undefined;
    const { name, email } = account;
    return { accountId: sub, claims: () => Promise.resolve({ sub, name, email }) };
  }
}
