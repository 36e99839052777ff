import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { clientSecretOf, issuerOf, type Config } from '../config';

export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says has signed in. */
export interface ProvenPerson {
  readonly claims: oidc.IDToken & Partial<oidc.UserInfoResponse>;
  readonly idToken: string;
}

interface Discovered {
  readonly configuration: oidc.Configuration;
  readonly keys: JWTVerifyGetKey;
}

const SCOPE = 'openid profile email';
const BACKCHANNEL_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** The OpenID provider as its client sees it: `identity`, or another by configuration. */
@Injectable()
export class OpenIdProvider {
  private discovered: Promise<Discovered> | undefined;

  constructor(@Inject(SERVICE_CONFIG) private readonly config: Config) {}

  /** Where the browser signs in. */
  async signInUrl(
    { state, nonce, codeVerifier }: Checks,
    { language, secondFactor }: { language: string; secondFactor: boolean },
  ): Promise<URL> {
    const { configuration } = await this.discover();
    return oidc.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: this.callbackUrl(), scope: SCOPE, state, nonce, ui_locales: language },
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(secondFactor && { acr_values: this.config.secondFactorAcr }),
    });
  }

  /** Turns the code of a callback into a proven person. Throws when any check fails. */
  async redeem(query: string, { state, nonce, codeVerifier }: Checks): Promise<ProvenPerson> {
    const { configuration } = await this.discover();
    const back = new URL(`${this.callbackUrl()}?${query}`);
    const expected = { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce };
    const tokens = await oidc.authorizationCodeGrant(configuration, back, { ...expected, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new Error('the provider sent no id token');
    const complete = claims['name'] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
    const more = complete ? {} : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { claims: { ...more, ...claims }, idToken: tokens.id_token };
  }

  /** Where the browser signs out of the provider too; home when the provider has no such address. */
  async signOutUrl(idToken: string): Promise<string> {
    const home = new URL('/', this.config.publicUrl).toString();
    const { configuration } = await this.discover();
    if (!configuration.serverMetadata().end_session_endpoint) return home;
    return oidc
      .buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: home })
      .toString();
  }

  /** Checks a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6). */
  async verifyLogoutToken(token: string): Promise<{ sub?: string; sid?: string }> {
    const { configuration, keys } = await this.discover();
    const { issuer } = configuration.serverMetadata();
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer, audience: this.config.oidcClientId, clockTolerance: 30, maxTokenAge: '5 minutes' },
      requiredClaims: ['iat', 'jti', 'events'],
    });
    return subjectOf(payload);
  }

  private callbackUrl(): string {
    return new URL('/auth/callback', this.config.publicUrl).toString();
  }

  /** Asked for when first needed and again after a failure: the gateway starts before its provider does. */
  private discover(): Promise<Discovered> {
    this.discovered ??= this.ask().catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return this.discovered;
  }

  private async ask(): Promise<Discovered> {
    const issuer = new URL(issuerOf(this.config));
    const secret = await clientSecretOf(this.config);
    const configuration = await oidc.discovery(
      issuer,
      this.config.oidcClientId,
      undefined,
      oidc.ClientSecretBasic(secret),
      {
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
        [oidc.customFetch]: (url, options) => this.fetch(url, options as RequestInit),
        timeout: 10,
      },
    );
    const jwks = configuration.serverMetadata().jwks_uri;
    if (!jwks) throw new Error('the provider names no keys');
    const keys = createRemoteJWKSet(new URL(jwks), { [joseFetch]: (url, options) => this.fetch(url, options) });
    return { configuration, keys };
  }

  /** `identity` is asked at its inside address, as the proxy would ask it: the public one may not lead back in. */
  private fetch(url: string, options: RequestInit): Promise<Response> {
    const { identity } = this.config.services;
    const open = new URL(this.config.publicUrl);
    if (this.config.oidcIssuer || !identity || !url.startsWith(open.origin)) return fetch(url, options);
    const headers = new Headers(options.headers);
    headers.set('x-forwarded-host', open.host);
    headers.set('x-forwarded-proto', open.protocol.slice(0, -1));
    return fetch(identity.replace(/\/$/, '') + url.slice(open.origin.length), { ...options, headers });
  }
}

function subjectOf(payload: JWTPayload): { sub?: string; sid?: string } {
  const { sub, sid, events, nonce } = payload as JWTPayload & Record<'sid' | 'events' | 'nonce', unknown>;
  const isLogout = typeof events === 'object' && events !== null && BACKCHANNEL_EVENT in events;
  if (!isLogout || nonce !== undefined) throw new Error('not a logout token');
  if (typeof sid === 'string') return { sid };
  if (typeof sub === 'string') return { sub };
  throw new Error('a logout token names a session or a person');
}
