/**
 * `npm run bench -- <name> [--json] [--quick]`: runs one benchmark of this folder; without a name, lists them. `--quick`
 * only shows that it works: its figures say nothing.
 */
import { readdirSync } from 'node:fs';
import { print, type Figure } from './support/report.mts';

export interface BenchOptions {
  readonly quick: boolean;
  /** Everything after the name. */
  readonly args: readonly string[];
}
export interface Bench {
  run(options: BenchOptions): Promise<Figure[]>;
}

/** Whatever hangs: children end with this process. */
const AT_MOST_MS = 45 * 60_000;

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mts'))
  .map((file) => file.replace('.bench.mts', ''));
const args = process.argv.slice(2);
const name = args.find((arg) => !arg.startsWith('--'));

if (!name || !names.includes(name)) {
  console.log(`npm run bench -- <name> [--json] [--quick]\n  ${names.join('\n  ')}`);
  process.exit(name ? 1 : 0);
}
setTimeout(() => {
  console.error(`${name}: still running after ${AT_MOST_MS / 60_000} minutes`);
  process.exit(1);
}, AT_MOST_MS).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

const { run } = (await import(`./${name}.bench.mts`)) as Bench;
print(name, await run({ quick: args.includes('--quick'), args }), args.includes('--json'));
process.exit(0);
