import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from '../test/temp-dir';
import { fetchKafkaJars, findKafkaJars, mavenArguments, pomText } from './kafka-jars';

let dir: string;
let folder: string;
const before = process.env['QI_CACHE_DIR'];

beforeEach(() => {
  dir = tempDir();
  folder = join(dir, 'kafka-jars', '4.3.1');
  process.env['QI_CACHE_DIR'] = dir;
});

afterEach(() => {
  if (before === undefined) delete process.env['QI_CACHE_DIR'];
  else process.env['QI_CACHE_DIR'] = before;
  rmSync(dir, { recursive: true, force: true });
});

it("Maven behind a proxy or mirror › the user's own settings decide: no flag and no repository of ours", () => {
  expect(mavenArguments().join(' ')).not.toMatch(/settings|-s |-gs |proxy|-o |repo/i);
  expect(pomText()).not.toMatch(/repositor|https?:\/\/(?!maven\.apache\.org\/POM)/i);
});

it('two fetches at once › one fetches, the other waits; afterwards nothing is fetched', async () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const [first, second] = await Promise.all([fetchKafkaJars(log), fetchKafkaJars(log)]);
  expect(second).toMatchObject({ folder: first.folder, classpath: first.classpath });
  expect(lines.filter((line) => line.startsWith('fetching'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(`process ${process.pid} is fetching`))).toHaveLength(1);
  expect(first.classpath).toContain('kafka-server-4.3.1.jar');

  await fetchKafkaJars(() => {
    throw new Error('fetched again');
  });
});

it('interrupted fetch, lost jar › not taken for complete', async () => {
  mkdirSync(`${folder}.partial-1`, { recursive: true });
  writeFileSync(join(`${folder}.partial-1`, 'kafka_2.13-4.3.1.jar'), '');
  expect(findKafkaJars()).toBeUndefined();

  await fetchKafkaJars();
  expect(readdirSync(join(dir, 'kafka-jars'))).toEqual(['4.3.1']);
  rmSync(join(folder, 'kafka-server-4.3.1.jar'));
  expect(findKafkaJars()).toBeUndefined();
});
