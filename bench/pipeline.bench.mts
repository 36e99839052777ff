/**
 * Submit → offered, through the real services over HTTP with durable commits, beside what limits it (commit floor, produce
 * rate) and beside the way most tutorials write it (peer), all on the same servers in the same run.
 */
import type { BenchOptions } from './run.mts';
import { commitFloor } from './support/commit-floor.mts';
import { drive, peerScaleOf, requestsOf, scaleOf, type Driven, type Scale } from './support/drive.mts';
import { allCpu, metered, type ProcessIds, type Reading } from './support/meters.mts';
import { measurePeer, type Peer } from './support/peer.mts';
import { produceRate } from './support/produce-rate.mts';
import { figure, latencies, percentile, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';
import { forgetStatements, writeStatements } from './support/statements.mts';
import { runSql } from './support/run-sql.mts';
import { openWindow, WINDOW_DATABASE } from './support/window.mts';

const DATABASES = [WINDOW_DATABASE, 'qi_institutions'];

interface Measured extends Driven {
  /** Of the floods that count, for each request. */
  readonly each: Reading;
}

async function measurePlatform(servers: BenchServers, scale: Scale): Promise<Measured> {
  const services = await benchServices(servers, ['service-requests', 'institutions']);
  try {
    const { take, submit, effects, db } = await openWindow(servers, services, requestsOf(scale));
    const processes: ProcessIds = {
      ...Object.fromEntries([...services.processes].map(([name, { pid }]) => [name, pid])),
      PostgreSQL: servers.postgres.pid,
      Kafka: servers.kafka.nodes[0]?.pid ?? 0,
      'load generator': process.pid,
    };
    const analyze = () => Promise.all(DATABASES.map((name) => runSql(servers.postgres.databaseUrl(name), 'analyze')));
    const send = () => submit(take());
    let spent: Reading | undefined;
    const driven = await drive({ send, analyze, ...effects }, scale, async (floods) => {
      await forgetStatements(db);
      spent = await metered({ db, databases: DATABASES, processes }, floods);
      await writeStatements(db);
    });
    await db.end();
    return { ...driven, each: perRequest(spent!, scale.flood * scale.floods) };
  } finally {
    await services.stop();
  }
}

function perRequest({ transactions, fsyncs, walBytes, cpu }: Reading, requests: number): Reading {
  return {
    transactions: transactions / requests,
    fsyncs: fsyncs / requests,
    walBytes: walBytes / requests,
    cpu: Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, ms / requests])),
  };
}

const p99 = (values: readonly number[]) =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.99,
  );

/** With `--own`, for profiling: without the peer. */
const nobody: Peer = { at50: [], at200: [], rate: Number.NaN, rates: [], cpuMs: Number.NaN };

export async function run({ quick, args }: BenchOptions): Promise<Figure[]> {
  const scale = args.includes('--own') ? { seconds: 3, flood: 3000, floods: 2 } : scaleOf(quick);
  const servers = await benchServers();
  try {
    const floor = await commitFloor(servers.postgres, quick ? 2 : 8);
    const produce = await produceRate(servers.kafka.brokers, quick ? 2 : 5);
    const peer = args.includes('--own') ? nobody : await measurePeer(servers, peerScaleOf(scale));
    const own = await measurePlatform(servers, scale);
    const { transactions, fsyncs, walBytes, cpu } = own.each;
    return [
      figure('commit floor, 16 connections', floor.rate, 'tx/s'),
      figure('produce rate, 600 bytes', produce, 'msg/s'),
      figure('peer saturation', peer.rate, 'requests/s'),
      ...latencies('peer at 50/s', peer.at50),
      ...latencies('peer at 200/s', peer.at200),
      figure('saturation', own.rate, 'requests/s'),
      figure('saturation ÷ peer', own.rate / peer.rate, '×', { atLeast: 8 }),
      figure('saturation ÷ commit floor', own.rate / floor.rate, '×', { atLeast: 0.4 }),
      figure('transactions each', transactions, 'per request', { atMost: 0.5 }),
      figure('WAL fsyncs each', fsyncs, 'per request', { atMost: 0.15 }),
      figure('WAL each', walBytes / 1024, 'KB per request'),
      ...latencies('at 50/s', own.at50, { p50: 25, p99: 100 }),
      ...latencies('at 200/s', own.at200, { p99: Math.round(p99(peer.at200)) }),
      figure('CPU of one floor transaction', floor.cpuMs, 'ms'),
      figure('CPU of one peer request', peer.cpuMs, 'ms'),
      figure('CPU of one request', allCpu(own.each), 'ms'),
      ...Object.entries(cpu).map(([name, ms]) => figure(`  of which ${name}`, ms, 'ms')),
    ];
  } finally {
    await servers.stop();
  }
}
