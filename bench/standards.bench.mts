/**
 * The library of standards at the size of the country: importing a synthetic register through the service's own command,
 * then searching it over HTTP, warm, by one client and by sixteen. `--rows=N` sets the size.
 */
import { join } from 'node:path';
import type { BenchOptions } from './run.mts';
import { importFile, writeFatFile } from './support/import-file.mts';
import { writeRegister } from './support/register.mts';
import { figure, percentile, type Figure } from './support/report.mts';
import { QUERIES, search, type Times } from './support/search-load.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';
import { Client } from 'pg';

const COUNTRY = 1_600_000;
const CATALOGUE = 62_000;
const CATALOGUE_SECONDS = 60;
const COUNTRY_SECONDS = 600;
const IMPORT_MB = 300;
const FAT_MB = 500;

/** A catalogue into an empty library, the rest of the country after it, and a file that is mostly remarks. */
async function imports(servers: BenchServers, rows: number, quick: boolean): Promise<Figure[]> {
  const catalogue = Math.min(CATALOGUE, rows / 2);
  const [small, large, fat] = ['catalogue.csv', 'register.csv', 'fat.csv'].map((name) => join(servers.dir, name));
  await writeRegister(small!, catalogue);
  await writeRegister(large!, rows);
  await writeFatFile(fat!, quick ? 20 : FAT_MB);
  const first = await importFile(servers, small!);
  const rest = await importFile(servers, large!);
  const remarks = await importFile(servers, fat!);
  return [
    figure(`import of ${first.added}`, first.seconds, 's', { atMost: (CATALOGUE_SECONDS * catalogue) / CATALOGUE }),
    figure(`import of ${rest.added} more`, rest.seconds, 's', { atMost: (COUNTRY_SECONDS * rows) / COUNTRY }),
    figure('  rate', rest.added / rest.seconds, 'rows/s'),
    figure('  memory', rest.peakMb, 'MB', { atMost: IMPORT_MB }),
    figure(`import of a file of ${quick ? 20 : FAT_MB} MB, memory`, remarks.peakMb, 'MB', { atMost: IMPORT_MB }),
  ];
}

/** Warm, and nothing else to do: what the imports told the world has left. */
async function drained({ postgres }: BenchServers): Promise<number> {
  const db = new Client({ connectionString: postgres.databaseUrl('qi_standards') });
  await db.connect();
  const started = performance.now();
  while ((await db.query('select from outbox limit 1')).rowCount) await new Promise((again) => setTimeout(again, 200));
  const seconds = (performance.now() - started) / 1000;
  await db.query('vacuum analyze standard');
  await db.end();
  return seconds;
}

function p95s(name: string, times: Times, atMost: number): Figure[] {
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
  const rows = given ? Number(given) : quick ? 20_000 : COUNTRY;
  const servers = await benchServers();
  try {
    const imported = await imports(servers, rows, quick);
    const services = await benchServices(servers, ['standards']);
    try {
      const address = services.addresses.standards;
      const told = await drained(servers);
      const load = { address, rows, queries: QUERIES };
      await search(load, 4, 10);
      const alone = await search(load, 1, quick ? 5 : 100);
      const sixteen = await search(load, 16, quick ? 5 : 30);
      return [
        ...imported,
        figure('facts of all that are shipped after', told, 's'),
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
