import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { generatedSecret, SERVICE_CONFIG } from '@qi/platform';
import { Provider, type Context, type Grant, type ProviderAccount } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { AccountService } from '../account/account.service';
import type { Config } from '../config';
import { SecretService } from '../secret/secret.service';
import { SigningKeyService } from '../signing-key/signing-key.service';
import { errorPage, signedOutPage, signOutPage } from './oidc.page';
import { GATEWAY_CLIENT, gatewayClient, issuerOf, routes, SCOPES, ttl } from './oidc.policy';
import { OidcItemStore } from './oidc-item.store';

/** The OpenID provider of the process. It is built anew when the signing keys change; all its state is in the database. */
@Injectable()
export class OidcService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Oidc');
  private built: Provider;

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountService,
    private readonly keys: SigningKeyService,
    private readonly secrets: SecretService,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  get provider(): Provider {
    return this.built;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.keys.turnOver();
    await this.rebuild();
  }

  /** Takes over the signing keys as they are now. */
  async rebuild(): Promise<void> {
    const secret = this.config.clientSecret ?? (await generatedSecret(this.config, GATEWAY_CLIENT));
    const provider = new Provider(issuerOf(this.config), {
      ...this.behaviour(),
      adapter: (kind: string) => new OidcItemStore(this.dataSource, kind),
      clients: [gatewayClient(this.config, secret)],
      jwks: { keys: await this.keys.list() },
    });
    provider.proxy = true;
    provider.on('server_error', (_: Context, error: Error) => this.logger.error(error));
    provider.on('backchannel.error', (_: Context, error: Error) =>
      this.logger.warn(`sign-out not heard: ${error.message}`),
    );
    this.built = provider;
  }

  private behaviour(): Record<string, unknown> {
    const cookie = { httpOnly: true, sameSite: 'lax', signed: true };
    return {
      routes,
      ttl,
      scopes: SCOPES,
      claims: {
        openid: ['sub', 'amr', 'acr'],
        profile: ['name'],
        email: ['email'],
        sid: null,
        auth_time: null,
        iss: null,
      },
      conformIdTokenClaims: false,
      responseTypes: ['code'],
      clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
      clientDefaults: { id_token_signed_response_alg: 'ES256' },
      extraClientMetadata: { properties: ['first_party'] },
      pkce: { required: () => true },
      cookies: {
        keys: this.secrets.cookieKeys(),
        names: { session: 'qi_identity', interaction: 'qi_identity_step', resume: 'qi_identity_resume' },
        long: { ...cookie, path: '/identity' },
        short: cookie,
      },
      features: {
        devInteractions: { enabled: false },
        dPoP: { enabled: false },
        pushedAuthorizationRequests: { enabled: false },
        resourceIndicators: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
      },
      interactions: { url: (_: Context, { uid }: { uid: string }) => `/identity/sign-in/${uid}` },
      findAccount: (_: Context, sub: string) => this.account(sub),
      loadExistingGrant: grantFor,
      renderError: errorPage,
    };
  }

  private async account(sub: string): Promise<ProviderAccount | undefined> {
    const account = await this.accounts.find(sub);
    if (!account) return undefined;
    const { name, email } = account;
    return { accountId: sub, claims: () => Promise.resolve({ sub, name, email }) };
  }
}

/** What was agreed to before; a client of our own is taken as agreed to. */
async function grantFor({ oidc }: Context): Promise<Grant | undefined> {
  const { provider, client, session, result } = oidc;
  const id = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const known = id === undefined ? undefined : await provider.Grant.find(id);
  if (known || client['first_party'] !== true || !session.accountId) return known;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
