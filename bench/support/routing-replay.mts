/** Decisions recorded while the register and the loads of providers go on changing, and all of them decided again. */
import { defaultPolicy } from '@qi/provider';
import type { DataSource } from 'typeorm';
import type { FieldReplay, PastRecord } from '../../services/institutions/src/candidates/field-replay.queries.js';
import { figure, type Figure } from './report.mts';
import { seconds } from './routing-world.mts';

/** In one statement: nothing finds lines by when they ended. */
const AGAIN = `
  with before as (update scope_line set rev_to = now() where institution_id = $1 and rev_to is null returning *)
  insert into scope_line select next.* from before l, jsonb_populate_record(null::scope_line, to_jsonb(l) ||
    jsonb_build_object('version', version + 1, 'rev_from', now(), 'rev_to', null, 'valid_to', $2::text)) next`;

/** Every line of one laboratory in a new version. */
export async function accreditAgain(source: DataSource, id: string, validTo: string): Promise<void> {
  await source.query(AGAIN, [id, validTo]);
}

/** Laboratories here and there, a few of them large. */
export async function laboratories(source: DataSource, count: number): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `select id from (select id, row_number() over (order by id) as n, count(*) over () as all from institution) i
     where n % greatest(1, i.all / $1) = 0 limit $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** First from a cold start, in the register of long ago; then once more, where it stands already. */
export async function replays(
  source: DataSource,
  replay: FieldReplay,
  records: readonly PastRecord[],
  sameEpoch: readonly PastRecord[],
): Promise<Figure[]> {
  const again = (some: readonly PastRecord[]) => replay.replay(source.manager, some, () => defaultPolicy);
  let differing = 0;
  const run = (some: readonly PastRecord[]) =>
    seconds(async () => {
      const replayed = await again(some);
      const wrong = replayed.filter(({ same, known }) => !same || !known);
      for (const { id, difference } of wrong.slice(0, 5)) console.error(`${id}: ${JSON.stringify(difference)}`);
      differing += wrong.length;
    });
  const older = await run(records);
  await run(sameEpoch.slice(0, 1));
  const same = await run(sameEpoch);
  return [
    figure(`replays as of older epochs, ${records.length}, from a cold start`, older, 's', { atMost: 60 }),
    figure(`replays in one epoch, ${sameEpoch.length}`, same, 's', { atMost: 5 }),
    figure('  differing', differing, 'decisions', { atMost: 0 }),
  ];
}
