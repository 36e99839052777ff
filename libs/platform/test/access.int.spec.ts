import { Controller, Get } from '@nestjs/common';
import { configWith, createService, devKeys, PlatformModule, ServiceConfig, signToken } from '../src';
import { actor, emptyDatabase, startTestService, testKeys, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { noteMigrations, noteService } from './note-service';

const NOTES = '/api/notes/v1/notes';
const clerk = actor('clerk');
const audience = 'notes';

describe('access', () => {
  let service: TestService;
  const folder = mkdtempSync(join(tmpdir(), 'qi-access-'));
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const withHeader = (authorization: string) =>
    service.http.get<{ type: string }>(NOTES, { headers: { authorization } });
  const withToken = (token: string) => withHeader(`Bearer ${token}`);
  const claims = { sub: 'a', roles: ['clerk'], iss: 'qi', aud: audience, exp: Math.floor(Date.now() / 1000) + 60 };

  it('answers nothing without a token but what is public', async () => {
    const refused = await service.http.get<{ type: string }>(NOTES);
    expect([refused.status, refused.body.type]).toEqual([401, 'urn:qi:problem:access/missing-token']);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="qi"');
    for (const path of [`${NOTES}/public`, '/health/live', '/health/ready', '/metrics', '/openapi.json'])
      expect((await service.http.get(path)).status).toBe(200);
  });

  it('checks the token also where none is needed', async () => {
    const answer = await service.http.get(`${NOTES}/public`, { headers: { authorization: 'Bearer a.b.c' } });
    expect(answer.status).toBe(401);
  });

  it('refuses a token that is forged, expired, for another audience, of another issuer, or unsigned', async () => {
    const [keys, foreign] = [await testKeys(), await devKeys(join(folder, 'foreign'))];
    const borrowedId = { ...foreign, signing: { ...foreign.signing, kid: keys.signing.kid ?? '' } };
    const good = await signToken(keys, clerk, { audience });
    const [header = '', , signature = ''] = good.split('.');
    const altered = Buffer.from(JSON.stringify({ ...claims, roles: ['administrator'] })).toString('base64url');
    const secret = new TextEncoder().encode(readFileSync(keys.jwksFile, 'utf8'));
    const refused = [
      await signToken(foreign, clerk, { audience }),
      await signToken(borrowedId, clerk, { audience }),
      await signToken(keys, clerk, { audience, ttl: -60 }),
      await signToken(keys, clerk, { audience: 'institutions' }),
      await signToken(keys, clerk, { audience, issuer: 'someone-else' }),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys.signing.kid ?? '' }).sign(secret),
      new UnsecuredJWT(claims).encode(),
      `${header}.${altered}.${signature}`,
      `${good.slice(0, -8)}AAAAAAAA`,
      'a.b.c',
    ];
    for (const token of refused) {
      const answer = await withToken(token);
      expect([answer.status, answer.body.type]).toEqual([401, 'urn:qi:problem:access/invalid-token']);
      expect(answer.headers.get('www-authenticate')).toMatch('error="invalid_token"');
    }
    expect((await withToken(good)).status).toBe(200);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Bearer one.two'])('refuses the header %p', async (header) => {
    expect((await withHeader(header)).status).toBe(401);
  });

  it('refuses an actor without the role, and takes the rule of the method before that of the class', async () => {
    const auditor = actor('auditor');
    expect((await service.http.get(NOTES, { as: auditor })).status).toBe(200);
    const answer = await service.http.post<{ type: string }>(NOTES, { title: 'a' }, { as: auditor });
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:qi:problem:access/role-missing']);
  });

  it('fetches the keys again when a token names a new one', async () => {
    const [old, next] = [await devKeys(join(folder, 'old')), await devKeys(join(folder, 'next'))];
    let served = old.jwksFile;
    const server = createServer((_, response) => response.end(readFileSync(served))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    const remote = await startTestService(noteService, { kafka: false, config: { jwks } });
    const status = async (token: string) =>
      (await remote.http.get(NOTES, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await status(await signToken(old, clerk, { audience }))).toBe(200);
    served = next.jwksFile;
    const renewed = await signToken(next, clerk, { audience });
    // The keys are fetched once a second at most.
    await waitFor(async () => (await status(renewed)) === 200, { timeout: 5_000, every: 100 });
    await remote.close();
    server.close();
  });

  it('does not start with an endpoint that says nothing about access', async () => {
    class OpenController {
      get(): string {
        return 'open';
      }
    }
    const descriptor = Object.getOwnPropertyDescriptor(OpenController.prototype, 'get') ?? {};
    Get()(OpenController.prototype, 'get', descriptor);
    Controller('open')(OpenController);
    const { url, drop } = await emptyDatabase('open');
    const config = configWith(ServiceConfig, { databaseUrl: url, dataDir: folder, logLevel: 'silent' });
    const platform = PlatformModule.forRoot({ service: 'open', config, entities: [], migrations: [] });
    const definition = {
      ...{ service: 'open', config: ServiceConfig },
      module: () => ({ module: class App {}, imports: [platform], controllers: [OpenController] }),
    };
    await expect(createService(definition, config)).rejects.toThrow(
      'OpenController_get: neither @Roles() nor @Public()',
    );
    await drop();
  });
});
