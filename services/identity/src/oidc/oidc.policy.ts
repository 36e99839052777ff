import type { Config } from '../config';

export const GATEWAY_CLIENT = 'qi-gateway';
export const SCOPES = ['openid', 'profile', 'email'];

/** Seconds each artefact lives. A session ends for good after a working day; the gateway has its own, shorter idle time. */
export const ttl = {
  Session: 12 * 3600,
  Grant: 12 * 3600,
  Interaction: 30 * 60,
  AuthorizationCode: 60,
  AccessToken: 10 * 60,
  IdToken: 10 * 60,
};

/** Paths below `/identity` that the provider answers; every other one is a page of ours. */
export const routes = {
  authorization: '/oidc/auth',
  token: '/oidc/token',
  userinfo: '/oidc/userinfo',
  jwks: '/oidc/jwks',
  end_session: '/oidc/end-session',
};

export function issuerOf({ publicUrl }: Config): string {
  return `${publicUrl}/identity`;
}

/** The gateway as a confidential client. It is ours: nobody is asked whether it may know who signs in. */
export function gatewayClient(config: Config, secret: string): Record<string, unknown> {
  const { publicUrl, backchannelLogoutUrl } = config;
  return {
    client_id: GATEWAY_CLIENT,
    client_secret: secret,
    client_name: '质量基础设施一站式服务平台',
    redirect_uris: [`${publicUrl}/auth/callback`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
    backchannel_logout_uri: backchannelLogoutUrl ?? `${publicUrl}/auth/backchannel-logout`,
    backchannel_logout_session_required: true,
    first_party: true,
  };
}

/** Authentication context class: password and a code. The gateway asks for it by `acr_values` where staff sign in. */
export const SECOND_FACTOR = 'urn:qi:acr:second-factor';

export function asksForSecondFactor(params: Readonly<Record<string, unknown>> | undefined): boolean {
  const values = params?.['acr_values'];
  return typeof values === 'string' && values.split(' ').includes(SECOND_FACTOR);
}
