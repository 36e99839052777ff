/** What `npm run <name> -w @qi/<service>` gives to node, to measure that command and not npm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/tasks/ensure.mjs';

export function scriptOf(service: string, name: string): string[] {
  const folder = join(root, 'services', service);
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...args] = scripts[name]?.split(' ') ?? [];
  return args.map((arg) => (arg.startsWith('-') ? arg : join(folder, arg)));
}
