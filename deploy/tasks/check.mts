/** `npm run check`: format, lint, types, fences, dead code, drift of generated files. Runs all of them, then names what failed. */
import { node, run, say, withPinnedNode } from './ensure.mjs';

const nx = ['node_modules/nx/dist/bin/nx.js', 'run-many', '--output-style=static', '-t'];
const sources = ['libs', 'services', 'deploy', 'bench'];
const steps: [string, string[]][] = [
  [
    'format',
    ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', ...sources, 'docs', 'README.md'],
  ],
  ['lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', ...sources]],
  ['types', [...nx, 'typecheck']],
  ['types of tasks and benchmarks', ['node_modules/typescript/bin/tsc', '-p', 'deploy/tsconfig.json', '--noEmit']],
  ['fences', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type=err', ...sources]],
  ['dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['generated files', ['--disable-warning=ExperimentalWarning', 'deploy/tasks/generate.mts', '--check']],
];

const failed: string[] = [];
for (const [name, args] of steps) {
  const started = Date.now();
  try {
    await run(node, args, { env: { ...withPinnedNode(), NX_TUI: 'false', NX_DAEMON: 'false' } });
    say(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch {
    failed.push(name);
    say(`✗ ${name}`);
  }
}
if (failed.length) say(`check failed: ${failed.join(', ')}`);
process.exitCode = failed.length ? 1 : 0;
