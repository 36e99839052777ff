import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { generatedSecret, SERVICE_CONFIG } from '@qi/platform';
import { interactionPolicy, type Context, type Grant } from 'oidc-provider';
import type { Config } from '../config';
import { SecretService } from '../secret/secret.service';
import { errorPage, signedOutPage, signOutPage } from './oidc.page';
import {
  asksForSecondFactor,
  GATEWAY_CLIENT,
  gatewayClient,
  issuerOf,
  routes,
  SCOPES,
  SECOND_FACTOR,
  ttl,
} from './oidc.policy';

/** All that the provider is told, but for its keys and where it keeps things. */
@Injectable()
export class OidcSettings {
  constructor(
    private readonly secrets: SecretService,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  get issuer(): string {
    return issuerOf(this.config);
  }

  /** The gateway, and the applications of others that stand in the file of `QI_OIDC_CLIENTS`. */
  async clients(): Promise<Record<string, unknown>[]> {
    const secret = this.config.clientSecret ?? (await generatedSecret(this.config, GATEWAY_CLIENT));
    const { clientsFile } = this.config;
    const others = clientsFile ? (JSON.parse(await readFile(clientsFile, 'utf8')) as Record<string, unknown>[]) : [];
    return [gatewayClient(this.config, secret), ...others.map((client) => ({ ...client, first_party: false }))];
  }

  behaviour(): Record<string, unknown> {
    const cookie = { httpOnly: true, sameSite: 'lax', signed: true };
    return {
      ...{ routes, ttl, scopes: SCOPES, acrValues: [SECOND_FACTOR] },
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
      interactions: { policy: policy(), url: (_: Context, { uid }: { uid: string }) => `/identity/sign-in/${uid}` },
      loadExistingGrant: grantFor,
      renderError: errorPage,
      fetch: fromInside,
    };
  }
}

/**
 * The provider would refuse addresses of private networks, where the gateway is. Nobody can register an application here:
 * all addresses that are called stand in our own settings.
 */
function fromInside(
  url: string,
  { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown },
): Promise<Response> {
  return fetch(url, options);
}

/** The usual reasons to ask the person something, and one more: a second factor is wanted and was not given. */
function policy(): unknown {
  const { base, Check } = interactionPolicy;
  const usual = base();
  const wanted = ({ oidc }: Context): boolean => asksForSecondFactor(oidc.params) && oidc.session.acr !== SECOND_FACTOR;
  usual.get('login').checks.add(new Check('second_factor', 'a second factor is wanted', 'login_required', wanted));
  return usual;
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
