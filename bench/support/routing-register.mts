/** The parts of the institutions service that decide, without the service around them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemClock } from '@qi/kernel';
import { createDataSource, ensureDatabase, migrate, Timers } from '@qi/platform';
import { Accreditations, ProviderSettings, RoutingKnowledge, trimScope } from '@qi/provider';
import type { DataSource } from 'typeorm';
import { root } from '../../deploy/tasks/ensure.mjs';
import type { FieldReplay } from '../../services/institutions/src/candidates/field-replay.queries.js';
import type { LoadsNow } from '../../services/institutions/src/candidates/loads-now.queries.js';
import type { RegisterDecider } from '../../services/institutions/src/candidates/register.decider.js';
import type { RegisterNow, RegisterQueries } from '../../services/institutions/src/candidates/register.queries.js';
import type { RegisterLoad } from '../../services/institutions/src/register-load/register-load.runner.js';
import type { Names } from '../../services/institutions/src/synonym/thesaurus.js';

const built = <T,>(path: string): Promise<T> =>
  import(pathToFileURL(join(root, 'services/institutions/dist', path)).href) as Promise<T>;

export interface RegisterParts {
  readonly source: DataSource;
  readonly register: RegisterQueries;
  readonly decider: RegisterDecider;
  readonly knowledge: RoutingKnowledge;
  readonly replay: FieldReplay;
  readonly load: RegisterLoad;
  readonly names: Names;
  loadsNow(now: RegisterNow): LoadsNow;
}

export async function openRegister(url: string): Promise<RegisterParts> {
  await ensureDatabase(url);
  const { entities, migrations } =
    await built<typeof import('../../services/institutions/src/data-source.js')>('data-source.js');
  const source = await createDataSource({ url, entities, migrations }).initialize();
  await migrate(source);
  const { RegisterQueries: Register } = await built<
    typeof import('../../services/institutions/src/candidates/register.queries.js')
  >('candidates/register.queries.js');
  const { RegisterDecider: Decider } = await built<
    typeof import('../../services/institutions/src/candidates/register.decider.js')
  >('candidates/register.decider.js');
  const { LoadsNow: Loads } = await built<
    typeof import('../../services/institutions/src/candidates/loads-now.queries.js')
  >('candidates/loads-now.queries.js');
  const { FieldReplay: Replay } = await built<
    typeof import('../../services/institutions/src/candidates/field-replay.queries.js')
  >('candidates/field-replay.queries.js');
  const { RegisterLoad: Load } = await built<
    typeof import('../../services/institutions/src/register-load/register-load.runner.js')
  >('register-load/register-load.runner.js');
  const { SynonymService } =
    await built<typeof import('../../services/institutions/src/synonym/synonym.service.js')>(
      'synonym/synonym.service.js',
    );
  const { Thesaurus } =
    await built<typeof import('../../services/institutions/src/synonym/thesaurus.js')>('synonym/thesaurus.js');
  const { institutionGates: gates } =
    await built<typeof import('../../services/institutions/src/candidates/gates.js')>('candidates/gates.js');
  const settings = new ProviderSettings({ service: 'institutions', gates, trimFacts: trimScope, steps: () => [] });
  const register = new Register();
  const decider = new Decider(register, settings, new SynonymService(undefined as never, undefined as never));
  const timers = new Timers(systemClock);
  return {
    ...{ source, register, decider, knowledge: new RoutingKnowledge(), names: new Thesaurus([]) },
    replay: new Replay(register, decider),
    load: new Load(
      await createDataSource({ url, entities, migrations, pipeline: false }).initialize(),
      timers,
      new Accreditations(timers, systemClock),
      systemClock,
    ),
    loadsNow: (now) => new Loads(now, new Map()),
  };
}
