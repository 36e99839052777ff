/**
 * `npm run replay -w @qi/institutions -- <from> <to>`: decides every past demand of these business dates again over the whole
 * register as it stood then, and names the first place where a decision differs from its record.
 */
import { fromBusinessDate, systemClock } from '@qi/kernel';
import { createDataSource, databaseUrlOf, loadConfig, Transactions } from '@qi/platform';
import { PolicyService, ProviderSettings, trimScope } from '@qi/provider';
import { FieldReplay } from './candidates/field-replay.queries';
import type { PastRecord } from './candidates/field-replay.queries';
import { institutionGates } from './candidates/gates';
import { RegisterDecider } from './candidates/register.decider';
import { RegisterQueries } from './candidates/register.queries';
import { Config } from './config';
import { entities, migrations } from './data-source';
import { SynonymService } from './synonym/synonym.service';

const DAY_MS = 86_400_000;
const PAGE = `select id, record from decision where at >= $1 and at < $2 and id > $3 order by id limit 10000`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

async function main([from, to = from]: readonly string[]): Promise<void> {
  if (!from || !to) throw new Error('from which date to which?');
  const url = databaseUrlOf('institutions', loadConfig(Config).databaseUrl);
  const dataSource = await createDataSource({ url, entities, migrations, poolSize: 2 }).initialize();
  try {
    const policies = new PolicyService(dataSource, new Transactions(dataSource), systemClock);
    const settings = new ProviderSettings({
      ...{ service: 'institutions', gates: institutionGates, trimFacts: trimScope, steps: () => [] },
    });
    const register = new RegisterQueries();
    const synonyms = new SynonymService(new Transactions(dataSource), systemClock);
    const replay = new FieldReplay(register, new RegisterDecider(register, settings, synonyms));
    const period = [fromBusinessDate(from), new Date(fromBusinessDate(to).getTime() + DAY_MS)];
    const counts = { replayed: 0, differing: 0, unknown: 0 };
    for (let last = FIRST_ID; ;) {
      const page = await dataSource.query<PastRecord[]>(PAGE, [...period, last]);
      if (page.length === 0) break;
      last = page.at(-1)!.id;
      const policyOf = await policies.versions(page.map(({ record }) => record.policy));
      for (const { id, known, same, difference } of await replay.replay(dataSource.manager, page, policyOf)) {
        counts[known ? 'replayed' : 'unknown'] += 1;
        counts.differing += Number(!same);
        if (difference) process.stdout.write(`${JSON.stringify({ id, ...difference })}\n`);
      }
    }
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    process.exitCode = counts.differing > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
