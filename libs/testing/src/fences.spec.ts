import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

const root = join(__dirname, '../../..');
const fences = join(__dirname, '../fences');
const load = createRequire(__filename);
const rules = (load(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] }).forbidden;

interface Violation {
  rule: { name: string };
  from: string;
  cycle?: { name: string }[];
}

/** Lays one violation of every rule out as a small project of its own and asks the real rules about it. */
describe('fences › each rule goes red on its violation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qi-fences-'));
  const placeOf = new Map<string, string>();
  let violations: Violation[] = [];

  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'w' });
  };

  beforeAll(() => {
    for (const name of ['typeorm', 'kafkajs']) put(`node_modules/${name}/index.js`, '');
    const planted = readdirSync(fences).map((file) => ({
      rule: file.replace('.bad.ts', ''),
      text: readFileSync(join(fences, file), 'utf8'),
    }));
    for (const { rule, text } of planted) {
      const place = /^\/\/ at: (\S+)$/m.exec(text)![1]!;
      placeOf.set(rule, place);
      for (const [, target] of text.matchAll(/^import '(\.[^']+)'/gm))
        put(normalize(`${join(dirname(place), target!)}.ts`), 'export {};');
    }
    for (const { rule, text } of planted) {
      const beside = /^\/\/ with: (\S+) (.+)$/m.exec(text);
      if (beside) put(beside[1]!, beside[2]!);
      put(placeOf.get(rule)!, text);
    }
    put('tsconfig.base.json', readFileSync(join(root, 'tsconfig.base.json'), 'utf8'));
    symlinkSync(join(root, '.dependency-cruiser.cjs'), join(folder, 'rules.cjs'));
    violations = cruise();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function cruise(): Violation[] {
    const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [cli, '--config', 'rules.cjs', '--output-type', 'json', 'libs', 'services'];
    const output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
    return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
  }

  it.each(rules.map(({ name }) => name))('%s', (rule) => {
    const place = placeOf.get(rule);
    const here = violations.filter(({ from, cycle }) => from === place || cycle?.some(({ name }) => name === place));
    expect(here.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('every planted violation belongs to a rule', () => {
    expect([...placeOf.keys()].sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});
