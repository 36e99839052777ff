/**
 * `npm run load -w @qi/institutions -- <file.csv>`: takes over the register of scope of many institutions from one file, one
 * row for each line, the rows of an institution together. The institutions themselves must be there.
 */
import { resolve } from 'node:path';
import { systemClock } from '@qi/kernel';
import { createDataSource, databaseUrlOf, ensureDatabase, loadConfig, migrate, Timers } from '@qi/platform';
import { Accreditations } from '@qi/provider';
import { Config } from './config';
import { entities, migrations } from './data-source';
import { RegisterLoad } from './register-load/register-load.runner';

async function main(name: string | undefined): Promise<void> {
  if (!name) throw new Error('which file?');
  const url = databaseUrlOf('institutions', loadConfig(Config).databaseUrl);
  await ensureDatabase(url);
  const dataSource = await createDataSource({ url, entities, migrations, poolSize: 4, pipeline: false }).initialize();
  try {
    await migrate(dataSource);
    const timers = new Timers(systemClock);
    const load = new RegisterLoad(dataSource, timers, new Accreditations(timers, systemClock), systemClock);
    const loaded = await load.run(resolve(name), (line) => process.stderr.write(`\r${line} lines`));
    process.stdout.write(`\n${JSON.stringify(loaded)}\n`);
  } finally {
    await dataSource.destroy();
  }
}

void main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
