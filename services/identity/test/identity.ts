import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestService, type TestService } from '@qi/testing';
import type { Config } from '../src/config';
import { migrations } from '../src/data-source';
import { identity } from '../src/identity';

/** Nothing answers there: tests turn it into the service's own address. */
export const publicUrl = 'https://qi.test';
export const clientSecret = 'a-secret-of-the-gateway-for-tests-only';
export const password = 'one-window-2026';
/** What the page says to a wrong password. */
export const refused = 'is not right';
export const person = { sub: 'test-clerk', email: 'clerk@demo.test', name: '窗口受理员' };

/** Identity with one account in demo mode, and perhaps with applications of others, in a folder that goes away with it. */
export async function startIdentity(
  config: Partial<Config> = {},
  ofOthers: readonly object[] = [],
): Promise<TestService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qi-identity-'));
  writeFileSync(join(dataDir, 'demo-accounts.json'), JSON.stringify({ password, accounts: [person] }));
  const clientsFile = join(dataDir, 'clients.json');
  writeFileSync(clientsFile, JSON.stringify(ofOthers));
  const settings = {
    clientsFile,
    publicUrl,
    clientSecret,
    dataDir,
    demo: true,
    backchannelLogoutUrl: 'http://127.0.0.1:9/',
    ...config,
  };
  const service = await startTestService(identity, { migrations, kafka: false, config: settings });
  const close = async (): Promise<void> => {
    await service.close();
    rmSync(dataDir, { recursive: true });
  };
  return { ...service, close };
}

/** An application that is not ours; it even claims to be. */
export const ofTheDistrict = {
  ...{
    client_id: 'district-portal',
    client_secret: 'a-secret-of-the-district-for-tests-only',
    client_name: '<i>District</i>',
  },
  ...{ redirect_uris: ['https://district.example/callback'], response_types: ['code'], first_party: true },
};
