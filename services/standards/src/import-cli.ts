/** `npm run import -w @qi/standards -- <file> [header=field …]`: imports a file and goes on with one that was stopped. */
import { resolve } from 'node:path';
import { systemClock } from '@qi/kernel';
import { Messaging } from '@qi/messaging';
import {
  createDataSource,
  databaseUrlOf,
  ensureDatabase,
  loadConfig,
  migrate,
  Timers,
  Transactions,
} from '@qi/platform';
import { Config } from './config';
import { entities, migrations } from './data-source';
import { readMapping } from './import/import.dto';
import { ImportRunner } from './import/import.runner';
import { ImportRunRow } from './import/import-run.row';
import { StandardStore } from './standard/standard.store';

const BY = { sub: 'command-line', name: '命令行导入' };

async function main([name, ...pairs]: readonly string[]): Promise<void> {
  if (!name) throw new Error('which file?');
  const config = loadConfig(Config);
  const url = databaseUrlOf('standards', config.databaseUrl);
  await ensureDatabase(url);
  const dataSource = await createDataSource({ url, entities, migrations, poolSize: 4 }).initialize();
  try {
    await migrate(dataSource);
    const { brokers, topicPrefix } = config;
    const { outbox } = new Messaging({ service: 'standards', brokers, topicPrefix }, dataSource);
    const store = new StandardStore(outbox, new Timers(systemClock));
    const runner = new ImportRunner(dataSource, new Transactions(dataSource), store, systemClock);
    const filePath = resolve(name);
    const mapping = readMapping(JSON.stringify(Object.fromEntries(pairs.map((pair) => pair.split('=')))));
    const stopped = { filePath, uploaded: false, status: 'running' as const };
    const open =
      (await dataSource.manager.findOneBy(ImportRunRow, stopped)) ??
      (await runner.open({ name, path: filePath, uploaded: false }, mapping, BY));
    await runner.run(open.id, new AbortController().signal, (line) => process.stderr.write(`\r${line} lines`));
    const done = await dataSource.manager.findOneByOrFail(ImportRunRow, { id: open.id });
    const { status, line, added, changed, kept, refused, problem } = done;
    process.stdout.write(`\n${JSON.stringify({ status, line, added, changed, kept, refused, problem })}\n`);
    process.exitCode = status === 'done' ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
