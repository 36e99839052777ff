/**
 * The library of standards at the size of the country: importing a synthetic register through the service's own command,
 * then searching it over HTTP, warm, by one client and by sixteen. `--rows=N` sets the size.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { node, root } from '../deploy/tasks/ensure.mjs';
import { Client } from 'pg';
import type { BenchOptions } from './run.mts';
import { figure, percentile, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';

const OBJECTS =
  '儿童 三轮车 自行车 电动 玩具 钢管 轴承 阀门 电缆 水泥 玻璃 涂料 塑料 橡胶 纺织品 食品 饮料 农药 肥料 医疗器械'.split(
    ' ',
  );
const PROPERTIES = '安全 性能 尺寸 强度 耐久 环境 噪声 甲醛 重金属 可靠性 电磁兼容 标识 包装 运输 贮存 能效'.split(' ');
const KINDS = ['通用技术要求', '试验方法', '测定', '规范', '术语', '检验规则', '安全要求', '指南'];
const ENGLISH = 'safety test method requirements determination steel vehicle electric water quality surface'.split(' ');
const PREFIXES = ['GB', 'GB/T', 'JB/T', 'QB/T', 'HG/T', 'DB33/T', 'T/CAS', 'NB/T'];

/** Seeded: the same register every time (mulberry32). */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The nth standard; low draws are common, so that words are as skewed as in a real register. */
function standardOf(n: number, draw: (below: number) => number): string {
  const skewed = (list: readonly string[]) => list[Math.min(draw(list.length), draw(list.length))]!;
  const year = 1990 + draw(36);
  const number = `${PREFIXES[n % PREFIXES.length]} ${1000 + Math.floor(n / PREFIXES.length)}-${year}`;
  const serial = String.fromCodePoint(0x4e00 + draw(6000), 0x4e00 + draw(6000));
  const zh = `${skewed(OBJECTS)}${serial}${skewed(PROPERTIES)}${skewed(KINDS)}`;
  const en = `${skewed(ENGLISH)} ${skewed(ENGLISH)} ${draw(100_000)}`;
  const ics = `${10 + draw(80)}.${String(10 + draw(20) * 10).padStart(3, '0')}`;
  const ends = draw(10) < 4 ? `${year + 8}-12-31` : '';
  return `${number},${zh},${en},${ics},${'ABCY'[draw(4)]}${10 + draw(80)},${year}-03-01,${year}-09-01,${ends}\n`;
}

async function writeRegister(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  const draw = draws(20261101);
  out.write('标准号,中文名称,英文名称,ICS,CCS,发布日期,实施日期,废止日期\n');
  for (let n = 0; n < rows; n += 1) if (!out.write(standardOf(n, draw))) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

async function importFile(servers: BenchServers, file: string): Promise<{ seconds: number; added: number }> {
  const started = performance.now();
  const cli = join(root, 'services/standards/dist/import-cli.js');
  const env = { ...process.env, QI_POSTGRES_URL: servers.postgres.url };
  const child = spawn(node, [cli, file], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const { added } = JSON.parse(said) as { added: number };
  return { seconds: (performance.now() - started) / 1000, added };
}

/** Warm, and nothing else to do: what the import told the world has left. */
async function drained({ postgres }: BenchServers): Promise<void> {
  const db = new Client({ connectionString: postgres.url.replace(/\/postgres$/, '/qi_standards') });
  await db.connect();
  while ((await db.query('select from outbox limit 1')).rowCount) await new Promise((again) => setTimeout(again, 200));
  await db.query('vacuum analyze standard');
  await db.end();
}

const QUERIES: Readonly<Record<string, (draw: (below: number) => number, rows: number) => string>> = {
  'dirty number': (draw, rows) => `q=GB／T${1000 + draw(rows / 8)}`,
  prefix: (draw) => `q=JB/T ${10 + draw(90)}`,
  'one Chinese word': (draw) => `q=${OBJECTS[draw(OBJECTS.length)]}`,
  'Chinese words': (draw) => `q=${OBJECTS[draw(20)]}${PROPERTIES[draw(16)]}${KINDS[draw(8)]}`,
  'English words': (draw) => `q=${ENGLISH[draw(11)]} ${ENGLISH[draw(11)]}`,
  'class and status': (draw) => `ics=${10 + draw(80)}.${10 + draw(20) * 10 > 99 ? 110 : '010'}&status=in-force`,
  'words, status on a day': (draw) => `q=${OBJECTS[draw(20)]}${KINDS[draw(8)]}&status=withdrawn&on=2020-01-01`,
};

async function search(address: string, clients: number, each: number, rows: number): Promise<Map<string, number[]>> {
  const times = new Map(Object.keys(QUERIES).map((name) => [name, [] as number[]]));
  const client = async (seed: number) => {
    const draw = draws(seed);
    for (let n = 0; n < each; n += 1)
      for (const [name, query] of Object.entries(QUERIES)) {
        const started = performance.now();
        const answer = await fetch(`${address}/api/standards/v1/public/standards?${encodeURI(query(draw, rows))}`);
        if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
        times.get(name)!.push(performance.now() - started);
      }
  };
  await Promise.all(Array.from({ length: clients }, (_, at) => client(at + 1)));
  return times;
}

function p95s(name: string, times: ReadonlyMap<string, readonly number[]>, atMost: number): Figure[] {
  const p95 = (values: readonly number[]) =>
    percentile(
      [...values].sort((a, b) => a - b),
      0.95,
    );
  return [
    figure(`search, ${name}, p95`, p95([...times.values()].flat()), 'ms', { atMost }),
    ...[...times].map(([kind, values]) => figure(`  ${kind}, p95`, p95(values), 'ms')),
  ];
}

export async function run({ quick, args }: BenchOptions): Promise<Figure[]> {
  const given = args.find((arg) => arg.startsWith('--rows='))?.slice(7);
  const rows = given ? Number(given) : quick ? 20_000 : 1_600_000;
  const servers = await benchServers();
  try {
    const file = join(servers.dir, 'register.csv');
    await writeRegister(file, rows);
    const { seconds, added } = await importFile(servers, file);
    const services = await benchServices(servers, ['standards']);
    try {
      const address = services.addresses.standards;
      await drained(servers);
      await search(address, 4, 10, rows);
      const alone = await search(address, 1, quick ? 5 : 60, rows);
      const sixteen = await search(address, 16, quick ? 5 : 30, rows);
      return [
        figure('standards', added, 'rows'),
        figure('import', seconds, 's', { atMost: (600 * rows) / 1_600_000 }),
        figure('import rate', added / seconds, 'rows/s'),
        ...p95s('1 client', alone, 5),
        ...p95s('16 clients', sixteen, 25),
      ];
    } finally {
      await services.stop();
    }
  } finally {
    await servers.stop();
  }
}
