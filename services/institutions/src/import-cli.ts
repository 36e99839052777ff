/**
 * `npm run import -w @qi/institutions -- <file> institution=<id> scheme=CMA certNo=<no> validFrom=<day> validTo=<day>
 * [extent=extension] [siteId=<id>] [places='{"<number>":"<site>"}'] [mapping='{"<header>":"<field>"}']`: reads an annex,
 * and goes on with one that was stopped. What it changes is approved by an administrator of the area.
 */
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { systemClock } from '@qi/kernel';
import { Messaging } from '@qi/messaging';
import { Accreditations, AnnexIntakeService, AnnexQueue, AnnexRunner, AnnexStore } from '@qi/provider';
import {
  createDataSource,
  databaseUrlOf,
  ensureDatabase,
  loadConfig,
  migrate,
  Timers,
  Transactions,
} from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { DataSource } from 'typeorm';
import { SubmitAnnex, toDetails } from './annex/annex.dto';
import { ScopeAnnexRegister } from './annex/annex.register';
import { AnnexRow } from './annex/annex.row';
import { Config } from './config';
import { entities, migrations } from './data-source';
import { InstitutionService } from './institution/institution.service';
import { ScopeLineHistory } from './scope-line/scope-line.history';
import { TakeoverService } from './scope-line/takeover.service';

const OPERATOR: Actor = { sub: 'command-line', name: '命令行导入', roles: ['administrator'], areas: ['100000'] };

async function main([name, ...pairs]: readonly string[]): Promise<void> {
  if (!name) throw new Error('which file?');
  const { institution = '', ...fields } = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s, 2))) as {
    institution?: string;
  };
  const form = plainToInstance(SubmitAnnex, fields);
  const faults = validateSync(form, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) throw new Error(faults.map(String).join('\n'));
  const config = loadConfig(Config);
  const url = databaseUrlOf('institutions', config.databaseUrl);
  await ensureDatabase(url);
  const dataSource = await createDataSource({ url, entities, migrations, poolSize: 4 }).initialize();
  try {
    await migrate(dataSource);
    const { intake, runner } = parts(dataSource, config);
    const filePath = resolve(name);
    const details = { ...toDetails(form), uploaded: false };
    const { id } =
      (await dataSource.manager.findOneBy(AnnexRow, { filePath, uploaded: false, status: 'reading' as const })) ??
      (await intake.open(institution, { originalname: name, path: filePath }, details, OPERATOR));
    await runner.run(id, new AbortController().signal, (line) => process.stderr.write(`\r${line} lines`));
    const { status, line, refused, added, changed, kept, gone, problem } = await dataSource.manager.findOneByOrFail(
      AnnexRow,
      { id },
    );
    process.stdout.write(`\n${JSON.stringify({ id, status, line, refused, added, changed, kept, gone, problem })}\n`);
    process.exitCode = status === 'proposed' ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

function parts(dataSource: DataSource, config: Config) {
  const { brokers, topicPrefix } = config;
  const { outbox } = new Messaging({ service: 'institutions', brokers, topicPrefix }, dataSource);
  const transactions = new Transactions(dataSource);
  const timers = new Timers(systemClock);
  const accreditations = new Accreditations(timers, systemClock);
  const institutions = new InstitutionService(transactions, outbox, accreditations, systemClock);
  const register = new ScopeAnnexRegister(institutions, new TakeoverService(new ScopeLineHistory(timers)));
  const runner = new AnnexRunner(dataSource, transactions, register, new AnnexStore(register));
  const queue = new AnnexQueue(runner, config, 'institutions');
  const intake = new AnnexIntakeService(transactions, register, queue, systemClock);
  return { intake, runner };
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
