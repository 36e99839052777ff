import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly claims: JWTPayload;
}

/** Stands for the OpenID provider, an outside system: says yes to whoever `signsIn` is, and can lie where a test wants it. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Claims of the person who signs in next. */
  signsIn: JWTPayload & { sub: string };
  /** Claims to give when that `acr_values` is asked for. */
  asked: Readonly<Record<string, JWTPayload>>;
  /** Changes the claims of the next id tokens. */
  lie: (claims: JWTPayload) => JWTPayload;
  logoutToken(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export async function testProvider(clientId: string): Promise<TestProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'p1', alg: 'ES256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'p1' }).sign(privateKey);
  const now = () => Math.floor(Date.now() / 1000);

  const authorize = (url: URL, response: ServerResponse): void => {
    const asked = Object.fromEntries(url.searchParams);
    const code = randomUUID();
    const { code_challenge: challenge = '', nonce = '', redirect_uri: back = '', state = '' } = asked;
    const wanted = provider.asked[asked['acr_values'] ?? ''];
    grants.set(code, { challenge, nonce, claims: { ...provider.signsIn, ...wanted } });
    const query = new URLSearchParams({ code, state, iss: provider.issuer });
    response.writeHead(302, { location: `${back}?${query}` }).end();
  };

  /** Both parts are form-encoded first (RFC 6749 §2.3.1). */
  const isClient = ({ headers }: IncomingMessage): boolean => {
    const basic = Buffer.from(headers.authorization?.slice(6) ?? '', 'base64').toString();
    return basic.split(':').map(decodeURIComponent).join(' ') === `${clientId} ${provider.clientSecret}`;
  };

  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { code = '', code_verifier: verifier = '' } = Object.fromEntries(new URLSearchParams(text));
    const grant = grants.get(code);
    grants.delete(code);
    const proven = grant?.challenge === createHash('sha256').update(verifier).digest('base64url');
    if (!proven || !isClient(request)) return json(response, 400, { error: 'invalid_grant' });
    const times = { iat: now(), exp: now() + 600 };
    const claims = { iss: provider.issuer, aud: clientId, nonce: grant.nonce, ...times, ...grant.claims };
    json(response, 200, { access_token: 'a', token_type: 'Bearer', id_token: await sign(provider.lie(claims)) });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', provider.issuer);
    const { issuer } = provider;
    if (url.pathname === '/.well-known/openid-configuration') json(response, 200, discovery(issuer));
    else if (url.pathname === '/jwks') json(response, 200, { keys: [jwk] });
    else if (url.pathname === '/auth') authorize(url, response);
    else if (url.pathname === '/token') void token(request, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  const provider: TestProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientSecret: 'a-secret-of-the-tests',
    signsIn: { sub: 'nobody' },
    asked: {},
    lie: (claims) => claims,
    logoutToken: (claims) => {
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
      return sign({
        iss: provider.issuer,
        aud: clientId,
        iat: now(),
        exp: now() + 60,
        jti: randomUUID(),
        events,
        ...claims,
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
