import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@qi/embedded';
import { newId } from '@qi/kernel';
import { startTestService, type TestService } from '@qi/testing';
import type { Config } from '../src/config';
import { migrations } from '../src/data-source';
import { gateway } from '../src/gateway';
import { MembershipRow } from '../src/membership/membership.row';
import { Browser } from './browser';
import { echoService, type EchoService } from './echo-service';
import { testProvider, type TestProvider } from './openid-provider';

export const SECOND_FACTOR = 'urn:qi:acr:second-factor';

/** The gateway with a provider, a service behind it and a small portal. */
export interface Stage {
  readonly service: TestService;
  readonly provider: TestProvider;
  readonly echo: EchoService;
  readonly url: string;
  browser(): Browser;
  /** A browser in which that person has signed in, with a code beside the password. */
  signedIn(sub: string): Promise<Browser>;
  member(sub: string, given: Partial<MembershipRow>): Promise<MembershipRow>;
  close(): Promise<void>;
}

const PORTAL = {
  'index.html':
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="/assets/app-1a2b.js"></script>',
  'assets/app-1a2b.js': `console.log(${JSON.stringify('portal '.repeat(200))});`,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

export async function gatewayStage(config: Partial<Config> = {}, kafka = false): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'qi-portal-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries(PORTAL)) writeFileSync(join(folder, name), text);
  const [provider, echo, port] = await Promise.all([
    testProvider('qi-gateway'),
    echoService(),
    config.port ?? freePort(),
  ]);
  const url = `http://127.0.0.1:${port}`;
  const service = await startTestService(gateway, {
    ...{ migrations, kafka },
    config: {
      ...{
        port,
        publicUrl: url,
        services: { standards: echo.address, 'service-requests': echo.address, institutions: 'http://127.0.0.1:9' },
      },
      ...{ oidcIssuer: provider.issuer, oidcClientSecret: provider.clientSecret, portalDir: folder },
      ...config,
    },
  });
  const stage: Stage = {
    ...{ service, provider, echo, url },
    browser: () => new Browser(url),
    signedIn: async (sub) => {
      const browser = new Browser(url);
      provider.signsIn = {
        sub,
        name: `Person ${sub}`,
        email: `${sub}@demo.test`,
        sid: `sid-${newId()}`,
        acr: SECOND_FACTOR,
      };
      await browser.signIn();
      return browser;
    },
    member: (sub, given) => addMember(service, sub, given),
    close: async () => {
      await service.close();
      await Promise.all([provider.close(), echo.close()]);
      rmSync(folder, { recursive: true });
    },
  };
  return stage;
}

function addMember({ dataSource }: TestService, sub: string, given: Partial<MembershipRow>): Promise<MembershipRow> {
  const base = {
    ...{ id: newId(), sub, personName: sub, organisationKind: 'enterprise' as const, organisationId: newId() },
    ...{ organisationName: '演示企业', roles: ['applicant' as const], areas: [], createdAt: new Date() },
    ...{ actedAt: null, endedAt: null, endedBy: null },
  };
  return dataSource.manager.save(Object.assign(new MembershipRow(), base, given));
}
