/**
 * Routing at the size of the country: `--lines=5000000` scope lines on as many institutions as reality has for them.
 * `--keep=<folder>` keeps the drawn register there for the next run; `--oracle=N` demands are decided in plain SQL too.
 */
import { existsSync, mkdirSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres, type RunningPostgres } from '@qi/embedded';
import { newId } from '@qi/kernel';
import { createDataSource, ensureDatabase, migrate } from '@qi/platform';
import {
  ProviderSettings,
  routingDemandOf,
  RoutingKnowledge,
  textOf,
  trimScope,
  type Deciding,
  type Kept,
} from '@qi/provider';
import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { root } from '../deploy/tasks/ensure.mjs';
import type { RegisterDecider } from '../services/institutions/src/candidates/register.decider.js';
import type { LoadsNow } from '../services/institutions/src/candidates/loads-now.queries.js';
import type { RegisterQueries } from '../services/institutions/src/candidates/register.queries.js';
import type { Names } from '../services/institutions/src/synonym/thesaurus.js';
import type { BenchOptions } from './run.mts';
import { figure, latencies, percentile, type Figure } from './support/report.mts';
import { demandsOf, type Task } from './support/routing-demands.mts';
import { ask, prepareOracle, type Answer } from './support/routing-oracle.mts';
import { build, seconds, worldOf, type World } from './support/routing-world.mts';

const institutions = <T,>(path: string): Promise<T> =>
  import(pathToFileURL(join(root, 'services/institutions/dist', path)).href) as Promise<T>;

interface Bench {
  readonly world: World;
  readonly db: Client;
  readonly source: DataSource;
  readonly register: RegisterQueries;
  readonly decider: RegisterDecider;
  readonly knowledge: RoutingKnowledge;
  readonly names: Names;
  loadsNow(now: Awaited<ReturnType<RegisterQueries['current']>>): LoadsNow;
}

function option(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function open(postgres: RunningPostgres, world: World): Promise<Bench> {
  const url = postgres.databaseUrl('qi_routing');
  await ensureDatabase(url);
  const { entities, migrations } =
    await institutions<typeof import('../services/institutions/src/data-source.js')>('data-source.js');
  const source = await createDataSource({ url, entities, migrations }).initialize();
  await migrate(source);
  const db = new Client({ connectionString: url });
  await db.connect();
  const queries = await institutions<typeof import('../services/institutions/src/candidates/register.queries.js')>(
    'candidates/register.queries.js',
  );
  const deciders = await institutions<typeof import('../services/institutions/src/candidates/register.decider.js')>(
    'candidates/register.decider.js',
  );
  const loads = await institutions<typeof import('../services/institutions/src/candidates/loads-now.queries.js')>(
    'candidates/loads-now.queries.js',
  );
  const synonyms =
    await institutions<typeof import('../services/institutions/src/synonym/synonym.service.js')>(
      'synonym/synonym.service.js',
    );
  const { Thesaurus } =
    await institutions<typeof import('../services/institutions/src/synonym/thesaurus.js')>('synonym/thesaurus.js');
  const { institutionGates } =
    await institutions<typeof import('../services/institutions/src/candidates/gates.js')>('candidates/gates.js');
  const register = new queries.RegisterQueries();
  const settings = new ProviderSettings({
    service: 'institutions',
    gates: institutionGates,
    trimFacts: trimScope,
    steps: () => [],
  });
  return {
    ...{ world, db, source, register, names: new Thesaurus([]) },
    decider: new deciders.RegisterDecider(
      register,
      settings,
      new synonyms.SynonymService(undefined as never, undefined as never),
    ),
    knowledge: new RoutingKnowledge(),
    loadsNow: (now) => new loads.LoadsNow(now, new Map()),
  };
}

async function asked({ knowledge }: Bench, tx: EntityManager, task: Task): Promise<Deciding> {
  const references = task.demand.tests.map(({ methodStandard }) => methodStandard);
  const { policy, near } = await knowledge.read(tx, references);
  return { task, demand: routingDemandOf(task, []), asOf: '2026-11-23', standards: near(references), policy };
}

/** Each client asks one after another; answers the milliseconds of each, and how many a second all together. */
async function clients(count: number, tasks: readonly Task[], one: (task: Task) => Promise<unknown>) {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const client = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const from = performance.now();
      await one(task);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  return { times, rate: (tasks.length * 1000) / (performance.now() - started) };
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

async function withReading(bench: Bench, tasks: readonly Task[]): Promise<Figure[]> {
  const { source, decider } = bench;
  const decide = async (tx: EntityManager, task: Task) =>
    (await decider.decide(tx, [await asked(bench, tx, task)]))[0] as Kept;
  let bytes = 0;
  const durable = (task: Task) =>
    source.transaction(async (tx) => {
      const text = JSON.stringify(textOf(await decide(tx, task), 1));
      bytes += Buffer.byteLength(text);
      const { enterprise, taskId, requestId } = task;
      await tx.query(RECORD, [newId(), taskId, requestId, enterprise.id, enterprise.areaCode, null, text]);
    });
  await clients(8, tasks.slice(0, 500), (task) => decide(source.manager, task));
  const one = await clients(1, tasks, (task) => decide(source.manager, task));
  const eight = await clients(8, tasks, (task) => decide(source.manager, task));
  const single = await clients(1, tasks, durable);
  const many = await clients(8, tasks, durable);
  return [
    ...latencies('decide and read the best, 1 client', one.times),
    ...latencies('decide and read the best, 8 clients', eight.times, { p99: 8 }),
    figure('  decisions', eight.rate, '1/s'),
    ...latencies('with the durable record, 1 client', single.times, { p99: 8 }),
    ...latencies('with the durable record, 8 clients', many.times, { p99: 20 }),
    figure('  decisions', many.rate, '1/s'),
    figure('record, mean', bytes / (2 * tasks.length), 'bytes', { atMost: 2500 }),
  ];
}

interface Compared {
  readonly differing: number;
  readonly times: readonly number[];
}

/** Counts, and the totals of the best in order; among equal totals the draw decides, which SQL does not make. */
async function againstOracle(bench: Bench, tasks: readonly Task[]): Promise<Compared> {
  await prepareOracle(bench.db);
  const times: number[] = [];
  let differing = 0;
  for (const task of tasks) {
    const [kept] = await bench.decider.decide(bench.source.manager, [await asked(bench, bench.source.manager, task)]);
    const from = performance.now();
    const answer = await ask(bench.db, task);
    times.push(performance.now() - from);
    const why = difference(kept as Kept, answer);
    if (why) console.error(`${JSON.stringify(task.demand)}: ${why}`);
    if (why) differing += 1;
  }
  return { differing, times };
}

function difference({ decision }: Kept, answer: Answer): string | undefined {
  if (answer.candidates === 0) return decision.passed === 0 ? undefined : 'somebody passed where nobody is';
  const counted: Record<string, number> = {
    ...decision.gateCounts,
    candidates: decision.candidates,
    passed: decision.passed,
  };
  const expected = { ...answer.gates, candidates: answer.candidates, passed: answer.passed };
  const wrong = Object.entries(expected).find(([name, count]) => counted[name] !== count);
  if (wrong) return `${wrong[0]}: ${counted[wrong[0]]}, oracle ${wrong[1]}`;
  const totals = new Map(decision.judgements.map(({ key, total }) => [key, total]));
  const place = decision.order.findIndex((key, at) => !isPlaced(key, totals.get(key) ?? 0, at, answer.best));
  return place < 0 ? undefined : `place ${place}: ${decision.order[place]}, oracle ${answer.best[place]?.join(' ')}`;
}

/** The total may differ by a rounding; where totals tell candidates apart, it must be the same candidate. */
function isPlaced(key: string, total: number, at: number, best: Answer['best']): boolean {
  const own = best[at];
  if (!own || Math.abs(total - own[1]) > 1) return false;
  const apart = [best[at - 1], best[at + 1]].every((other) => !other || Math.abs(other[1] - own[1]) > 2);
  return !apart || own[0] === key;
}

const AGAIN = `
  insert into scope_line select (jsonb_populate_record(l, jsonb_build_object('version', version + 1, 'rev_from', now(),
    'rev_to', null, 'valid_to', '2031-12-31'))).* from scope_line l where institution_id = $1 and rev_to = now()`;

/** Every line of one laboratory of some 1,100 in a new version, until decisions see it: seconds. */
async function accreditedAgain({ db, register, source }: Bench): Promise<number> {
  await register.current(source.manager);
  const { rows } = await db.query<{ id: string }>(
    'select institution_id as id from institution_image where until_epoch is null order by abs(length(lines) - 6600) limit 1',
  );
  const id = rows[0]!.id;
  return seconds(async () => {
    await db.query('begin');
    await db.query('update scope_line set rev_to = now() where institution_id = $1 and rev_to is null', [id]);
    await db.query(AGAIN, [id]);
    await db.query('commit');
    await register.current(source.manager);
  });
}

export async function run({ quick, args }: BenchOptions): Promise<Figure[]> {
  const world = worldOf(Number(option(args, 'lines') ?? (quick ? 50_000 : 5_000_000)));
  const kept = option(args, 'keep');
  const dir = kept ?? join('/tmp', `qi-bench-routing-${process.pid}`);
  const drawn = existsSync(join(dir, 'postgres'));
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({
    dataDir: join(dir, 'postgres'),
    durable: true,
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  const bench = await open(postgres, world);
  const figures: Figure[] = [];
  if (!drawn) {
    const built = await build(bench.db, world);
    figures.push(
      figure('scope lines', built.lines, 'lines'),
      figure('into an empty system: rows, indexes, images', built.loading + built.indexing + built.drawing, 's', {
        atMost: 60,
      }),
      figure('  rows drawn and loaded', built.loading, 's'),
      figure('  indexes', built.indexing, 's'),
      figure('full rebuild of the images', built.drawing, 's', { atMost: 45 }),
    );
  }
  const ready = await seconds(() => bench.register.current(bench.source.manager));
  figures.push(figure('index ready after start', ready, 's', { atMost: 1 }));
  const tasks = demandsOf(quick ? 500 : 10_000, 20261101, world);
  figures.push(...(await numbersOnly(bench, tasks)), ...(await withReading(bench, tasks)));
  figures.push(
    figure('laboratory of 1,100 lines accredited again, visible', await accreditedAgain(bench), 's', { atMost: 0.6 }),
  );
  const { differing, times } = await againstOracle(
    bench,
    tasks.slice(0, Number(option(args, 'oracle') ?? (quick ? 200 : 10_000))),
  );
  const sorted = [...times].sort((a, b) => a - b);
  figures.push(
    figure('oracle: demands decided in plain SQL', times.length, 'demands'),
    figure('  differing from the service', differing, 'demands', { atMost: 0 }),
    figure('baseline, rows and covering index joined: p50', percentile(sorted, 0.5), 'ms'),
    figure('baseline, rows and covering index joined: p99', percentile(sorted, 0.99), 'ms'),
    figure('resident memory of the process', process.memoryUsage().rss / 1e6, 'MB', { atMost: 250 }),
  );
  await bench.source.destroy();
  await bench.db.end();
  await (kept ? postgres.stop() : postgres.destroy());
  return figures;
}
