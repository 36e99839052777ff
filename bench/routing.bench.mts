/**
 * Routing at the size of the country: `--lines=5000000` scope lines on as many institutions as reality has for them.
 * `--keep=<folder>` keeps the drawn register there for the next run; `--demands=N` are decided, `--oracle=N` of them in
 * plain SQL too.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from '@qi/embedded';
import { newId } from '@qi/kernel';
import { textOf, winnerOf, type Deciding, type Kept } from '@qi/provider';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { node, root } from '../deploy/tasks/ensure.mjs';
import type { PastRecord } from '../services/institutions/src/candidates/field-replay.queries.js';
import type { BenchOptions } from './run.mts';
import { figure, latencies, type Figure } from './support/report.mts';
import { asked, clients } from './support/routing-ask.mts';
import { demandsOf, type Task } from './support/routing-demands.mts';
import { openRegister, type RegisterParts } from './support/routing-register.mts';
import { accreditAgain, laboratories, replays } from './support/routing-replay.mts';
import { withOracle } from './support/routing-verdict.mts';
import { draw, drawFile, drawWorld, seconds, suspendSome, worldOf, type World } from './support/routing-world.mts';

interface Bench extends RegisterParts {
  readonly world: World;
  readonly db: Client;
}

function option(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function open(postgres: RunningPostgres, world: World): Promise<Bench> {
  const url = postgres.databaseUrl('qi_routing');
  const parts = await openRegister(url);
  const db = new Client({ connectionString: url });
  await db.connect();
  return { ...parts, world, db };
}

/** As an operator takes a register over, from a file; then the same file a year later. */
async function takenOver({ db, load, world }: Bench, dir: string): Promise<Figure[]> {
  const files = join(dir, 'files');
  mkdirSync(files, { recursive: true });
  chmodSync(files, 0o777);
  await drawWorld(db, world);
  const first = await drawFile(db, world, files);
  let lines = 0;
  const filling = await seconds(async () => (lines = (await load.run(first)).added));
  const next = await drawFile(db, world, files, true);
  let counts = { changed: 0, gone: 0, added: 0, kept: 0 };
  const again = await seconds(async () => (counts = await load.run(next)));
  rmSync(files, { recursive: true });
  await suspendSome(db);
  const drawing = await seconds(() => draw(db));
  const { changed, gone, added, kept } = counts;
  return [
    figure('scope lines', lines, 'lines'),
    figure('file into an empty register, indexes and images made', filling, 's', { atMost: 60 }),
    figure(`file of a year later: ${changed} changed, ${gone} gone, ${added} new`, again, 's'),
    figure('  lines compared', (changed + added + kept) / again, '1/s', { atLeast: 50_000 }),
    figure('full rebuild of the images', drawing, 's', { atMost: 45 }),
  ];
}

/** In a process of its own, as a service has it. */
function apart(postgres: RunningPostgres, { world }: Bench, demands: number): { ready: number; rss: number } {
  const script = join(root, 'bench/support/routing-process.mts');
  const args = [postgres.databaseUrl('qi_routing'), String(world.lines), String(demands)];
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'];
  return JSON.parse(execFileSync(node, [...flags, script, ...args], { encoding: 'utf8' })) as {
    ready: number;
    rss: number;
  };
}

/** In memory alone: what is asked of the register for a demand, without reading anything. */
async function numbersOnly(bench: Bench, tasks: readonly Task[]): Promise<Figure[]> {
  const all: Deciding[] = [];
  for (const task of tasks) all.push(await asked(bench, bench.source.manager, task));
  const now = { ...(await bench.register.current(bench.source.manager)), names: bench.names };
  for (const one of all.slice(0, 500)) bench.decider.decideOne(now, bench.loadsNow(now), one);
  const times: number[] = [];
  const total = await seconds(async () => {
    for (const one of all) {
      const from = performance.now();
      bench.decider.decideOne(now, bench.loadsNow(now), one);
      times.push(performance.now() - from);
    }
  });
  return [
    ...latencies('decide in memory, 1 client', times, { p99: 2 }),
    figure('decisions in memory', all.length / total, '1/s', { atLeast: 3500 }),
  ];
}

const RECORD = `insert into decision (id, task_id, request_id, enterprise_id, area_code, winner_id, at, record)
  values ($1, $2, $3, $4, $5, $6, now(), $7)`;

const MORE_WORK = `
  insert into provider_load as load (provider_id, open_jobs) values ($1, 1)
  on conflict (provider_id) do update set open_jobs = load.open_jobs + 1, changed_by = default`;

/** Of so many decisions one sees a register that has changed. */
const DECISIONS_AN_EPOCH = 500;

interface Recorded {
  readonly figures: Figure[];
  readonly sameEpoch: readonly PastRecord[];
  readonly manyEpochs: readonly PastRecord[];
}

async function withReading(bench: Bench, tasks: readonly Task[]): Promise<Recorded> {
  const { source, decider } = bench;
  const decide = async (tx: EntityManager, task: Task) =>
    (await decider.decide(tx, [await asked(bench, tx, task)]))[0] as Kept;
  let bytes = 0;
  const durable = (records: PastRecord[]) => (task: Task) =>
    source.transaction(async (tx) => {
      const kept = await decide(tx, task);
      const [id, record] = [newId(), textOf(kept, 1)];
      const text = JSON.stringify(record);
      bytes += Buffer.byteLength(text);
      const { enterprise, taskId, requestId } = task;
      const winner = winnerOf(kept.decision)?.providerId ?? null;
      await Promise.all([
        tx.query(RECORD, [id, taskId, requestId, enterprise.id, enterprise.areaCode, winner, text]),
        winner && tx.query(MORE_WORK, [winner]),
      ]);
      records.push({ id, record: JSON.parse(text) as PastRecord['record'] });
    });
  await clients(8, tasks.slice(0, 500), (task) => decide(source.manager, task));
  const one = await clients(1, tasks, (task) => decide(source.manager, task));
  const eight = await clients(8, tasks, (task) => decide(source.manager, task));
  const [sameEpoch, manyEpochs]: [PastRecord[], PastRecord[]] = [[], []];
  const single = await clients(1, tasks, durable(sameEpoch));
  const many = await clients(8, tasks, durable(sameEpoch));
  const changing = await laboratories(source, Math.ceil(tasks.length / DECISIONS_AN_EPOCH));
  for (const [n, id] of changing.entries()) {
    await clients(8, tasks.slice(n * DECISIONS_AN_EPOCH, (n + 1) * DECISIONS_AN_EPOCH), durable(manyEpochs));
    await accreditAgain(source, id, '2031-12-31');
  }
  const figures = [
    ...latencies('decide and read the best, 1 client', one.times),
    ...latencies('decide and read the best, 8 clients', eight.times, { p99: 8 }),
    figure('  decisions', eight.rate, '1/s'),
    ...latencies('with the durable record, 1 client', single.times, { p99: 8 }),
    ...latencies('with the durable record, 8 clients', many.times, { p99: 20 }),
    figure('  decisions', many.rate, '1/s'),
    figure('record, mean', bytes / (2 * tasks.length + manyEpochs.length), 'bytes', { atMost: 2500 }),
  ];
  return { figures, sameEpoch: sameEpoch.slice(tasks.length), manyEpochs };
}

/** Every line of one laboratory of some 1,100 in a new version, until decisions see it: seconds. */
async function accreditedAgain({ register, source }: Bench): Promise<number> {
  await register.current(source.manager);
  const [lab] = await source.query<{ id: string }[]>(
    'select institution_id as id from institution_image where until_epoch is null order by abs(length(lines) - 6600) limit 1',
  );
  return seconds(async () => {
    await accreditAgain(source, lab!.id, '2032-12-31');
    await register.current(source.manager);
  });
}

interface Sizes {
  readonly demands: number;
  readonly oracle: number;
  readonly apart: number;
}

/** One part after another; each is told as soon as it is known, for the whole takes minutes. */
async function* parts(postgres: RunningPostgres, bench: Bench, sizes: Sizes): AsyncIterable<readonly Figure[]> {
  const { ready, rss } = apart(postgres, bench, sizes.apart);
  yield [
    figure('register ready after start', ready, 's', { atMost: 1 }),
    figure('resident memory of a process that decides', rss / 1e6, 'MB', { atMost: 250 }),
  ];
  await bench.register.current(bench.source.manager);
  const tasks = demandsOf(sizes.demands, 20261101, bench.world);
  yield await numbersOnly(bench, tasks);
  const recorded = await withReading(bench, tasks);
  yield recorded.figures;
  const visible = await accreditedAgain(bench);
  yield [figure('laboratory of 1,100 lines accredited again, visible', visible, 's', { atMost: 0.6 })];
  yield await replays(bench.source, bench.replay, recorded.manyEpochs, recorded.sameEpoch);
  yield await withOracle(bench, tasks.slice(0, sizes.oracle));
}

export async function run({ quick, args }: BenchOptions): Promise<Figure[]> {
  const size = (name: string, full: number, small: number) => Number(option(args, name) ?? (quick ? small : full));
  const world = worldOf(size('lines', 5_000_000, 50_000));
  const kept = option(args, 'keep');
  const dir = kept ?? join('/tmp', `qi-bench-routing-${process.pid}`);
  const drawn = existsSync(join(dir, 'postgres'));
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
  const settings = { shared_buffers: '512MB', max_wal_size: '4GB' };
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), durable: true, settings });
  const bench = await open(postgres, world);
  const figures: Figure[] = drawn ? [] : await takenOver(bench, dir);
  const sizes = {
    demands: size('demands', 10_000, 500),
    oracle: size('oracle', 10_000, 200),
    apart: quick ? 200 : 5_000,
  };
  const tell = (some: readonly Figure[]) =>
    console.error(some.map(({ name, value }) => `${name}: ${value}`).join('\n'));
  tell(figures);
  for await (const some of parts(postgres, bench, sizes)) {
    tell(some);
    figures.push(...some);
  }
  await bench.source.destroy();
  await bench.db.end();
  await (kept ? postgres.stop() : postgres.destroy());
  return figures;
}
