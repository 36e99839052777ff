/** The real pipeline under load: a draft is submitted over HTTP; the effect is its task's row with the offer in the window's database. */
import pg from 'pg';
import type { Actor } from '@qi/platform';
import { makeDrafts, type Draft } from './drafts.mts';
import { effectsIn } from './effects-in.mts';
import { post, type Effects } from './load.mts';
import { makePlace } from './place.mts';
import type { BenchServers } from './servers.mts';
import type { BenchServices } from './services.mts';

export const WINDOW_DATABASE = 'qi_service_requests';

export interface Window {
  readonly db: pg.Client;
  readonly effects: Effects;
  /** The next draft; each is given once. */
  take(): Draft;
  /** Submits a draft; answers its id. `key` is sent as Idempotency-Key. */
  submit(draft: Draft, key?: string): Promise<string>;
}

/** Seeds through the API and prepares drafts that are accepted by themselves and open one task each. */
export async function openWindow({ postgres }: BenchServers, services: BenchServices, drafts: number): Promise<Window> {
  const place = await makePlace(services.session);
  const db = new pg.Client({ connectionString: postgres.databaseUrl(WINDOW_DATABASE) });
  await db.connect();
  const prepared = await makeDrafts(place, db, drafts);
  const bearers = await tokens(services, place.applicant.actor, prepared);
  const address = `${services.addresses['service-requests']}/api/service-requests/v1/service-requests`;
  let next = 0;
  const take = () => {
    const draft = prepared[next];
    if (!draft) throw new Error(`only ${drafts} drafts were prepared`);
    next += 1;
    return draft;
  };
  const submit = async ({ id, enterpriseId }: Draft, key?: string) => {
    const authorization = `Bearer ${bearers.get(enterpriseId)}`;
    await post(`${address}/${id}/submit`, { authorization, ...(key === undefined ? {} : { 'idempotency-key': key }) });
    return id;
  };
  return { db, effects: effectsIn(db, 'task', 'request_id'), take, submit };
}

/** One person for each firm. */
async function tokens(services: BenchServices, actor: Actor, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const bearers = new Map<string, string>();
  for (const id of new Set(drafts.map(({ enterpriseId }) => enterpriseId))) {
    const person: Actor = { ...actor, sub: `bench-${id}`, org: { kind: 'enterprise', id } };
    bearers.set(id, await services.tokenOf(person));
  }
  return bearers;
}
