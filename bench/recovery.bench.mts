/**
 * kill -9 of each service in turn under load, and started again at once. Applicants try again with the same
 * Idempotency-Key until they are answered; at the end every answered request must stand everywhere exactly once.
 *
 * Time until the next effect: from the end of the killed process, when the new one is started, to the commit of the first
 * transaction of that service that deals with an event (its inbox row). A transaction that had begun before does not count.
 */
import pg from 'pg';
import type { LocalService } from '../deploy/local/services.mts';
import type { BenchOptions } from './run.mts';
import { persistentLoad } from './support/persistent-load.mts';
import { figure, percentile, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices, type BenchServices } from './support/services.mts';
import { verdictOn, type Verdict } from './support/verdict.mts';
import { openWindow, type Window } from './support/window.mts';

/** All that hear of requests. */
const KILLED: readonly LocalService[] = ['service-requests', 'institutions', 'metrology', 'experts', 'monitoring'];
const EFFECT_GOAL_MS = 2_000;
const GIVE_UP_MS = 60_000;
const SETTLE_MS = 120_000;
/** Between two kills the service catches up with what waited for it. */
const CALM_MS = 1_500;
/** Drafts are prepared for as long as a kill may take on a small machine. */
const SECONDS_EACH = 20;

const FIRST_EFFECT = `
  select extract(epoch from min(pg_xact_commit_timestamp(xmin))) * 1000 as at from inbox
  where received_at > to_timestamp($1::float8 / 1000)`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `received_at` is the start of its transaction. */
async function nextEffect(db: pg.Client, since: number): Promise<number> {
  const end = Date.now() + GIVE_UP_MS;
  for (;;) {
    const { rows } = await db.query<{ at: string | null }>(FIRST_EFFECT, [since]);
    if (rows[0]?.at) return Number(rows[0].at) - since;
    if (Date.now() > end) throw new Error(`no effect within ${GIVE_UP_MS / 1000} s`);
    await pause(100);
  }
}

/** Only what is killed here may end. */
function assertAlive({ processes }: BenchServices): void {
  for (const [name, { exit, output }] of processes) {
    if (exit() !== undefined) throw new Error(`${name} ended by itself (${exit()}):\n${output().slice(-3000)}`);
  }
}

async function killAndWatch(name: LocalService, services: BenchServices, db: pg.Client): Promise<number> {
  await services.processes.get(name)?.kill('SIGKILL');
  const ended = Date.now();
  const [gap] = await Promise.all([nextEffect(db, ended), services.restart(name)]);
  assertAlive(services);
  return gap;
}

type Gaps = ReadonlyMap<LocalService, readonly number[]>;

/** The gaps of each service, all killed in turn, `rounds` times. */
async function kills(servers: BenchServers, services: BenchServices, { killed, rounds }: Plan): Promise<Gaps> {
  const gaps = new Map<LocalService, number[]>();
  for (const name of killed) {
    const db = new pg.Client({ connectionString: servers.postgres.databaseUrl(`qi_${name.replace('-', '_')}`) });
    await db.connect();
    const found: number[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        await pause(CALM_MS);
        found.push(await killAndWatch(name, services, db));
        console.error(`${name}, ${round + 1} of ${rounds}: ${Math.round(found.at(-1)!)} ms`);
      }
    } finally {
      await db.end();
    }
    gaps.set(name, found);
  }
  return gaps;
}

/** All effects are there, or nothing has come for a while: what a small machine could not keep up with stands in line. */
async function settled(window: Window, servers: BenchServers, answered: readonly string[]): Promise<Verdict> {
  let [seen, since] = [0, Date.now()];
  for (;;) {
    const count = await window.effects.count();
    if (count > seen) [seen, since] = [count, Date.now()];
    if (count >= answered.length || Date.now() - since > SETTLE_MS) break;
    await pause(1_000);
  }
  return verdictWithin(servers, answered);
}

/** The window's effect is the last of three, but monitoring may still be reading. */
async function verdictWithin(servers: BenchServers, answered: readonly string[]): Promise<Verdict> {
  const end = Date.now() + SETTLE_MS;
  for (;;) {
    const verdict = await verdictOn(answered, servers);
    if (verdict.lost === 0 || Date.now() > end) return verdict;
    await pause(5_000);
  }
}

interface Plan {
  readonly killed: readonly LocalService[];
  readonly rounds: number;
  /** Requests a second. */
  readonly rate: number;
}

/**
 * `--service=<name>` (may be given again) kills only these: the whole takes half an hour. `--rate=<n>` for small machines,
 * `--rounds=<n>` to kill each less often.
 */
function planOf({ quick, args }: BenchOptions): Plan {
  const given = (option: string) =>
    args.flatMap((arg) => (arg.startsWith(`--${option}=`) ? arg.slice(option.length + 3) : []));
  const wanted = given('service');
  const killed = KILLED.filter((name) => wanted.length === 0 || wanted.includes(name));
  const usual = quick ? { rounds: 3, rate: 20 } : { rounds: 20, rate: 200 };
  const number = (option: 'rounds' | 'rate') => Number(given(option)[0] ?? usual[option]);
  return { killed, rounds: number('rounds'), rate: number('rate') };
}

export async function run(options: BenchOptions): Promise<Figure[]> {
  const plan = planOf(options);
  const { killed, rounds, rate } = plan;
  const servers = await benchServers();
  try {
    const services = await benchServices(servers, KILLED);
    try {
      const window = await openWindow(servers, services, rate * (rounds * killed.length * SECONDS_EACH + 60));
      const load = persistentLoad(window, rate);
      try {
        const gaps = await kills(servers, services, plan);
        const answered = await load.stop().finally(() => assertAlive(services));
        const verdict = await settled(window, servers, answered);
        return figuresOf(plan, gaps, answered.length, verdict);
      } finally {
        await window.db.end();
      }
    } finally {
      await services.stop();
    }
  } finally {
    await servers.stop();
  }
}

function figuresOf({ killed, rounds, rate }: Plan, gaps: Gaps, answered: number, verdict: Verdict): Figure[] {
  return [
    figure(`kills under ${rate} requests/s`, rounds * killed.length, ''),
    figure('requests answered', answered, ''),
    figure('lost', verdict.lost, '', { atMost: 0 }),
    figure('doubled', verdict.doubled, '', { atMost: 0 }),
    ...[...gaps].flatMap(([name, found]) => gapFigures(name, found)),
  ];
}

function gapFigures(name: string, gaps: readonly number[]): Figure[] {
  const sorted = [...gaps].sort((a, b) => a - b);
  return [
    figure(`${name}: next effect p50`, percentile(sorted, 0.5), 'ms'),
    figure(`${name}: next effect, longest`, sorted.at(-1) ?? Number.NaN, 'ms', { atMost: EFFECT_GOAL_MS }),
  ];
}
