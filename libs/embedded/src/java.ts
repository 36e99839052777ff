import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const OLDEST_JAVA = 17;

export interface Java {
  file: string;
  major: number;
  /** The whole version text: a class archive fits only the JVM that wrote it. */
  version: string;
}

/** Java of `JAVA_HOME` or of the PATH, or undefined when there is none that is new enough. */
export function findJava(env: NodeJS.ProcessEnv = process.env): Java | undefined {
  const home = env['JAVA_HOME'];
  const files = [...(home ? [join(home, 'bin', 'java')] : []), 'java'];
  return files.map((file) => inspect(file, env)).find((java) => java !== undefined && java.major >= OLDEST_JAVA);
}

function inspect(file: string, env: NodeJS.ProcessEnv): Java | undefined {
  const result = spawnSync(file, ['-version'], { encoding: 'utf8', env, timeout: 15_000 });
  if (result.status !== 0) return undefined;
  const version = result.stderr.trim();
  return { file, version, major: javaMajor(version) };
}

/** 17 of `openjdk version "17.0.15" …`, 8 of `java version "1.8.0_392"`. */
export function javaMajor(version: string): number {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return Number(first === '1' ? second : (first ?? 0));
}

/** How Maven is called here, or undefined when it is not installed. */
export function findMaven(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const file = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
  const result = spawnSync(file, ['-v'], { env, timeout: 30_000, shell: process.platform === 'win32' });
  return result.status === 0 ? file : undefined;
}
