import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from '../test/temp-dir';
import { LockedError, lockFolder } from './folder-lock';
import { processIdentity } from './process-identity';

let dir: string;
let file: string;
beforeEach(() => {
  dir = tempDir();
  file = join(dir, 'server.lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('held lock › refuses a second taker with the pid of the first, until it is released', () => {
  const lock = lockFolder(file);
  expect(() => lockFolder(file)).toThrow(LockedError);
  expect(() => lockFolder(file)).toThrow(String(process.pid));
  lock.release();
  lockFolder(file).release();
  expect(readdirSync(dir)).toEqual([]);
});

it('lock of a process that is gone, of one that got its number, or half written › is taken over', () => {
  const identity = processIdentity(process.pid);
  for (const owner of [
    JSON.stringify({ pid: 4_194_000, identity, token: 'gone' }),
    JSON.stringify({ pid: process.pid, identity: 'started at another time', token: 'reused' }),
    '{"pid":',
  ]) {
    writeFileSync(file, owner);
    lockFolder(file).release();
    expect(existsSync(file)).toBe(false);
  }
});

it('release after another took the lock over › leaves it to the other', () => {
  const first = lockFolder(file);
  rmSync(file);
  const second = lockFolder(file);
  first.release();
  expect(existsSync(file)).toBe(true);
  second.release();
});
