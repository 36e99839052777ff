import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, startServerProcess } from '@qi/embedded';
import { projectRoot } from '@qi/platform';

const VERSION = '26.7.3';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';
const ADMIN = { username: 'admin', password: 'admin-of-the-tests' };
const run = promisify(execFile);

export const CLIENT_SECRET = 'a-client-secret-of-the-tests-0123456789';

export interface Account {
  /** The name of a person's e-mail address, which is also how it signs in: the realm asks for no other name. */
  readonly name: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
}

export const emailOf = (name: string): string => `${name}@demo.test`;

/** A real Keycloak with the realm file that the project ships. */
export interface Keycloak {
  readonly issuer: string;
  enter(account: Account): Promise<void>;
  /** Ends all sessions of a person, as an administrator does. */
  signOut(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The distribution, fetched by Maven once, with the user's own settings. */
async function distribution(): Promise<string> {
  const folder = join(process.env['QI_CACHE_DIR'] ?? join(projectRoot(), '.data'), 'keycloak');
  const home = join(folder, `keycloak-${VERSION}`);
  if (existsSync(home)) return home;
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, 'draft-'));
  const artifact = `org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`;
  await run('mvn', ['-q', '-B', PLUGIN, `-Dartifact=${artifact}`, '-DoutputDirectory=.'], { cwd: draft });
  renameSync(join(draft, `keycloak-${VERSION}`), home);
  rmSync(draft, { recursive: true });
  return home;
}

export async function startKeycloak(publicUrl: string): Promise<Keycloak> {
  const [home, port, folder] = [await distribution(), await freePort(), mkdtempSync(join(tmpdir(), 'qi-keycloak-'))];
  mkdirSync(join(home, 'data/import'), { recursive: true });
  cpSync(join(projectRoot(), 'deploy/keycloak/qi-realm.json'), join(home, 'data/import/qi-realm.json'));
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess({
    name: 'Keycloak',
    file: 'sh',
    args: [join(home, 'bin/kc.sh'), 'start-dev', '--import-realm', '--db=dev-mem', `--http-port=${port}`],
    cwd: folder,
    env: {
      ...process.env,
      ...{ KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN.username, KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password },
      ...{ JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m', KC_HOSTNAME: url, KC_HTTP_HOST: '127.0.0.1' },
      ...{ QI_PUBLIC_URL: publicUrl, OIDC_CLIENT_SECRET: CLIENT_SECRET },
      OIDC_BACKCHANNEL_LOGOUT_URL: `${publicUrl}/auth/backchannel-logout`,
    },
    logFile: join(folder, 'keycloak.log'),
    stopSignal: 'SIGTERM',
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  await answering(`${url}/realms/qi/.well-known/openid-configuration`, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { issuer: `${url}/realms/qi`, ...administration(url), stop };
}

interface Ending {
  exit(): string | undefined;
  output(): string;
}

async function answering(address: string, server: Ending): Promise<void> {
  const until = Date.now() + 300_000;
  while (!(await fetch(address).catch(() => undefined))?.ok) {
    if (server.exit() !== undefined || Date.now() > until)
      throw new Error(`Keycloak did not start:\n${server.output().slice(-3000)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function administration(url: string): Pick<Keycloak, 'enter' | 'signOut'> {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const form = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...ADMIN });
    const signedIn = await fetch(`${url}/realms/master/protocol/openid-connect/token`, { method: 'POST', body: form });
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(`${url}/admin/realms/qi${path}`, { method, headers, body: sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  const idOf = async (name: string): Promise<string> => {
    const [found] = await call<{ id: string }[]>('GET', `/users?exact=true&email=${emailOf(name)}`);
    if (!found) throw new Error(`Keycloak knows nobody of the address ${emailOf(name)}`);
    return found.id;
  };
  return {
    enter: async ({ name, password, roles, areas }) => {
      await call('POST', '/users', {
        ...{ enabled: true, email: emailOf(name), emailVerified: true },
        ...{ firstName: name, lastName: '演示', attributes: { qi_areas: areas } },
        credentials: [{ type: 'password', value: password, temporary: false }],
      });
      const held = await Promise.all(roles.map((role) => call('GET', `/roles/${role}`)));
      if (held.length > 0) await call('POST', `/users/${await idOf(name)}/role-mappings/realm`, held);
    },
    signOut: async (name) => call('POST', `/users/${await idOf(name)}/logout`),
  };
}
