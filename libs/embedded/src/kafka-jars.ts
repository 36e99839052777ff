import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { waitForFolder } from './folder-lock';
import { freshDraft } from './draft';
import { findMaven } from './java';
import type { Java } from './java';
import { cacheDir } from './project';
import { runCommand } from './run-command';
import { lastLines } from './server-process';

export const KAFKA_VERSION = '4.3.1';
const ARTIFACTS = [
  ['org.apache.kafka', 'kafka_2.13', KAFKA_VERSION],
  // Without a binding the broker logs nothing; this one is for the SLF4J 1.7 that Kafka uses.
  ['org.apache.logging.log4j', 'log4j-slf4j-impl', '2.25.3'],
];
const PLUGIN = ['org.apache.maven.plugins', 'maven-dependency-plugin', '3.8.1'];
const PROGRESS_MS = 10_000;
const GOAL = `${PLUGIN.join(':')}:copy-dependencies`;

/** The broker's jars on disk. */
export interface KafkaJars {
  folder: string;
  classpath: string;
  /** Class archive for `java`: made once by `withClassArchive`, halves the start of every broker. */
  archiveFor(java: Java): string;
}

/** The jars when they were fetched before and are all there. */
export function findKafkaJars(): KafkaJars | undefined {
  const folder = jarsFolder();
  const names = listed(folder);
  const complete = names.length > 0 && names.every((name) => existsSync(join(folder, name)));
  return complete ? describe(folder, names) : undefined;
}

/**
 * Fetches the broker's jars by Maven, with the user's own settings (mirrors, proxies), unless they are here already.
 * They appear under their folder only when complete; of two processes one fetches and the other waits.
 */
export async function fetchKafkaJars(log: (line: string) => void = () => undefined): Promise<KafkaJars> {
  const present = findKafkaJars();
  if (present) return present;
  const folder = jarsFolder();
  const lock = await waitForFolder(`${folder}.lock`, (pid) => log(`process ${pid} is fetching the broker's jars`));
  try {
    return findKafkaJars() ?? (await fetchInto(folder, log));
  } finally {
    lock.release();
  }
}

function jarsFolder(): string {
  return join(cacheDir(), 'kafka-jars', KAFKA_VERSION);
}

async function fetchInto(folder: string, log: (line: string) => void): Promise<KafkaJars> {
  const maven = await findMaven();
  if (!maven) throw new Error('Maven is not installed');
  log(`fetching Apache Kafka ${KAFKA_VERSION} by Maven (44 MB, once)`);
  const draft = freshDraft(folder);
  const since = Date.now();
  const progress = setInterval(() => log(`still fetching, ${Math.round((Date.now() - since) / 1000)} s`), PROGRESS_MS);
  await runMaven(maven, draft).finally(() => clearInterval(progress));
  const names = readdirSync(draft).filter((name) => name.endsWith('.jar'));
  if (!names.includes(`kafka_2.13-${KAFKA_VERSION}.jar`)) throw new Error('Maven ended well but brought no broker');
  writeFileSync(join(draft, 'jars.txt'), `${names.sort().join('\n')}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  log(`Apache Kafka ${KAFKA_VERSION}: ${names.length} jars, ${Math.round(bytes / 1e6)} MB`);
  return describe(folder, names);
}

async function runMaven(maven: string, folder: string): Promise<void> {
  writeFileSync(join(folder, 'pom.xml'), pomText());
  // In the pom's own folder no argument holds a path, which Windows' shell would take apart at its spaces.
  const { code, stdout, stderr } = await runCommand(maven, mavenArguments(), {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    throw new Error(
      `Maven could not fetch Apache Kafka. Behind a proxy or a mirror, say so in ~/.m2/settings.xml. ` +
        `Maven 下载失败：如需代理或镜像，请在 ~/.m2/settings.xml 中配置。\n${lastLines(stdout + stderr)}`,
    );
  }
}

/** No -s, no -D…proxy, no repository: which registry is asked and how is the user's settings.xml alone. */
export function mavenArguments(): string[] {
  return ['-q', '-B', '-f', 'pom.xml', GOAL, '-DincludeScope=runtime', '-DoutputDirectory=.'];
}

export function pomText(): string {
  const dependencies = ARTIFACTS.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>qi</groupId><artifactId>broker</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
${dependencies.join('\n')}
</dependencies>
</project>
`;
}

function listed(folder: string): string[] {
  const file = join(folder, 'jars.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function describe(folder: string, names: string[]): KafkaJars {
  return {
    folder,
    // Spelled out and sorted: the class archive is refused when the class path differs, and `*` has no fixed order.
    classpath: names.map((name) => join(folder, name)).join(delimiter),
    archiveFor: (java) => {
      const key = createHash('sha256').update(`${java.version}\n${folder}`).digest('hex').slice(0, 12);
      return join(folder, `classes-${key}.jsa`);
    },
  };
}
