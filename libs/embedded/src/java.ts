import { join } from 'node:path';
import { runCommand } from './run-command';

export const OLDEST_JAVA = 17;

export interface Java {
  file: string;
  major: number;
  /** The whole version text: a class archive fits only the JVM that wrote it. */
  version: string;
}

/** Java of `JAVA_HOME` or of the PATH, or undefined when there is none that is new enough. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<Java | undefined> {
  const home = env['JAVA_HOME'];
  for (const file of [...(home ? [join(home, 'bin', 'java')] : []), 'java']) {
    const { code, stderr } = await runCommand(file, ['-version'], { env, timeout: 15_000 });
    const java = { file, version: stderr.trim(), major: javaMajor(stderr) };
    if (code === 0 && java.major >= OLDEST_JAVA) return java;
  }
  return undefined;
}

/** 17 of `openjdk version "17.0.15" …`, 8 of `java version "1.8.0_392"`, 0 of anything else. */
export function javaMajor(version: string): number {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return Number((first === '1' ? second : first) ?? 0);
}

/** How Maven is called here, or undefined when it is not installed. */
export async function findMaven(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const windows = process.platform === 'win32';
  const file = windows ? 'mvn.cmd' : 'mvn';
  const { code } = await runCommand(file, ['-v'], { env, timeout: 30_000, shell: windows });
  return code === 0 ? file : undefined;
}
