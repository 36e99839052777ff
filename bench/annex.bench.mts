/**
 * Reading an annex of a laboratory: a CSV file of 500 MB through the service's own command, its speed and the memory it
 * takes. `--mb=N` sets the size.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { newId } from '@qi/kernel';
import { Client } from 'pg';
import { node } from '../deploy/tasks/ensure.mjs';
import type { BenchOptions } from './run.mts';
import { rssOf } from './support/memory.mts';
import { scriptOf } from './support/script.mts';
import { figure, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';

const HEADER = '序号,产品/项目编号,类别,产品/项目/参数,标准(方法)名称,标准号,限制范围\n';
/** Rows of real annexes are long where the limit is told in words. */
const NOTE = '只测金属部件表面涂层中可迁移元素的含量，样品量不少于十克，按第二法处理，其余部件另行委托'.repeat(3);

function rowOf(n: number): string {
  return `${n},P${n},产品${n % 900},参数${n},方法${n},GB/T ${1000 + (n % 40_000)}-2020,${n % 3 === 0 ? NOTE : '无'}\n`;
}

async function writeAnnex(file: string, isFull: (rows: number, bytes: number) => boolean): Promise<number> {
  const out = createWriteStream(file);
  out.write(HEADER);
  let [rows, bytes] = [0, 0];
  while (!isFull(rows, bytes)) {
    const row = rowOf((rows += 1));
    bytes += Buffer.byteLength(row);
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return rows;
}

/** An institution with one site; the benchmark is about its annex. */
async function anInstitution(db: Client): Promise<string> {
  const [id, site] = [newId(), newId()];
  const sites = [{ id: site, name: '总部', address: '平湖市', areaCode: '330482', open: true }];
  await db.query(
    `insert into institution (id, uscc, name, kind, area_code, status, sites, contacts, members, areas_served, elements,
       capacity_per_week, closed_dates, conflicts, applied_by, created_at, updated_at, version)
     values ($1, $2, '机构', 'testing', '330482', 'active', $3, '[]', '[]', '{}', '{testing}', 20, '{}', '{}', '{}', now(), now(), 1)`,
    [id, id.slice(0, 18), JSON.stringify(sites)],
  );
  return id;
}

async function byCommand(servers: BenchServers, institution: string, file: string) {
  const started = performance.now();
  const args = [
    ...scriptOf('institutions', 'import'),
    file,
    `institution=${institution}`,
    'scheme=CMA',
    'certNo=1',
    'validFrom=2026-01-01',
    'validTo=2099-12-31',
  ];
  const env = { ...process.env, QI_POSTGRES_URL: servers.postgres.url };
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let [said, most] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const meter = setInterval(() => (most = Math.max(most, rssOf(child.pid ?? 0) || 0)), 200);
  await once(child, 'close');
  clearInterval(meter);
  const { added } = JSON.parse(said) as { added: number };
  return { seconds: (performance.now() - started) / 1000, added, most };
}

export async function run({ quick, args }: BenchOptions): Promise<Figure[]> {
  const given = args.find((arg) => arg.startsWith('--mb='))?.slice(5);
  const size = (given ? Number(given) : quick ? 5 : 500) * 1e6;
  const servers = await benchServers();
  // Started once for its migrations; then the command is alone.
  await (await benchServices(servers, ['institutions'])).stop();
  const db = new Client({ connectionString: servers.postgres.url.replace(/\/postgres$/, '/qi_institutions') });
  try {
    await db.connect();
    const file = join(servers.dir, 'annex.csv');
    const rows = await writeAnnex(file, (_, bytes) => bytes >= size);
    const large = await byCommand(servers, await anInstitution(db), file);
    return [
      figure('file', size / 1e6, 'MB'),
      figure('rows', rows, 'rows'),
      figure('lines read', large.added, 'lines', { atLeast: rows }),
      figure('read and compared', large.seconds, 's'),
      figure('rate', rows / large.seconds, 'rows/s'),
      figure('most memory (RSS)', large.most / 1e6, 'MB', { atMost: 300 }),
    ];
  } finally {
    await db.end();
    await servers.stop();
  }
}
