import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { serviceNames } from '@qi/contracts';
import { actor } from '@qi/testing';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { configWith, devKeys, loadConfig, ServiceConfig, signToken } from '../src';
import { logOptions } from '../src/logs/log-options';

const folder = mkdtempSync(join(tmpdir(), 'qi-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('development keys', () => {
  it('are made once, also by several at a time, and only their owner reads the private one', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => devKeys(join(folder, 'keys'))));
    expect(new Set(keys.map(({ signing }) => signing.kid)).size).toBe(1);
    expect(statSync(join(folder, 'keys', 'signing-key.json')).mode & 0o077).toBe(0);
  });

  it('sign what the actor is', async () => {
    const who = actor('administrator', { areas: ['330400'] });
    const claims = decodeJwt(await signToken(await devKeys(join(folder, 'keys')), who, { ttl: 60 }));
    expect(claims).toMatchObject({
      sub: who.sub,
      roles: ['administrator'],
      areas: ['330400'],
      org: who.org,
      aud: [...serviceNames],
      iss: 'qi',
    });
  });
});

describe('logs', () => {
  it('hold ids, path and status, and neither query, headers nor bodies', () => {
    const lines = new PassThrough();
    const { pinoHttp } = logOptions('notes', configWith(ServiceConfig, {}));
    const logger = pino(pinoHttp as object, lines);
    const headers = { authorization: 'Bearer secret-token', cookie: 'secret-cookie' };
    logger.info({ req: { method: 'GET', url: '/a?name=secret-name', headers }, res: { statusCode: 200 } }, 'done');
    const line = String(lines.read());
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      service: 'notes',
      req: { path: '/a' },
      res: { status: 200 },
    });
    expect(line).not.toContain('secret');
  });
});

describe('a process whose configuration is wrong', () => {
  it('prints every fault and ends with code 1', () => {
    const before = { ...process.env };
    const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const exit = jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`ended with ${String(code)}`);
    });
    Object.assign(process.env, { PORT: 'http', KAFKA_BROKERS: 'none' });
    try {
      expect(() => loadConfig(ServiceConfig)).toThrow('ended with 1');
      const text = printed.mock.calls.join('\n');
      expect(text).toMatch(/PORT: /);
      expect(text).toMatch(/KAFKA_BROKERS: must be host:port/);
    } finally {
      process.env = before;
      printed.mockRestore();
      exit.mockRestore();
    }
  });
});
