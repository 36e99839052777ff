/** One import by the standards service's own command, with what it took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { node } from '../../deploy/tasks/ensure.mjs';
import { scriptOf } from './script.mts';
import { peakRssOf } from './memory.mts';
import type { BenchServers } from './servers.mts';

const LOOK_MS = 250;
const REMARK = '备注'.repeat(40_000);

export interface Imported {
  readonly added: number;
  readonly seconds: number;
  /** Most that the process was resident with. */
  readonly peakMb: number;
}

export async function importFile(servers: BenchServers, file: string): Promise<Imported> {
  const started = performance.now();
  const env = { ...process.env, QI_POSTGRES_URL: servers.postgres.url };
  const child = spawn(node, [...scriptOf('standards', 'import'), file], { env, stdio: 'pipe' });
  let [said, told, peak] = ['', '', 0];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-2_000)));
  const look = setInterval(() => (peak = child.exitCode === null ? peakRssOf(child.pid!) : peak), LOOK_MS);
  await once(child, 'close');
  clearInterval(look);
  if (child.exitCode !== 0) throw new Error(`the import of ${file} ended with ${child.exitCode}: ${told}`);
  const { added } = JSON.parse(said) as { added: number };
  return { added, seconds: (performance.now() - started) / 1000, peakMb: peak / 1024 / 1024 };
}

/** Few standards in much text: a column that nobody asked for fills the file. */
export async function writeFatFile(file: string, megabytes: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('标准号,中文名称,备注\n');
  const rows = Math.ceil((megabytes * 1024 * 1024) / Buffer.byteLength(REMARK));
  for (let n = 0; n < rows; n += 1)
    if (!out.write(`Q/FAT ${1000 + n}-2026,厚文件 ${n},${REMARK}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}
