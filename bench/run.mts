/** `npm run bench -- <name> [--json]`: runs one benchmark of this folder; without a name, lists them. */
import { readdirSync } from 'node:fs';
import { print, type Figure } from './support/report.mts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mts'))
  .map((file) => file.replace('.bench.mts', ''));
const [name] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));

if (!name || !names.includes(name)) {
  console.log(`npm run bench -- <name> [--json]\n  ${names.join('\n  ')}`);
  process.exit(name ? 1 : 0);
}
const { run } = (await import(`./${name}.bench.mts`)) as { run: () => Promise<Figure[]> };
print(name, await run(), process.argv.includes('--json'));
process.exit(0);
