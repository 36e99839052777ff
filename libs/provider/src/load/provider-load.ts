import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Candidate } from '../routing/candidate';

/** What the service itself knows of a provider, from the jobs it had. */
export interface ProviderLoad {
  readonly openJobs: number;
  readonly completed: number;
  readonly onTime: number;
  readonly starSum: number;
  readonly starCount: number;
}

export type LoadDelta = Partial<ProviderLoad>;

export const NOTHING: ProviderLoad = { openJobs: 0, completed: 0, onTime: 0, starSum: 0, starCount: 0 };

/** Fewer finished jobs than this say nothing about punctuality. */
const ENOUGH_HISTORY = 5;

// In the order of ids, so that transactions that touch the same providers wait for each other and never in a circle.
const ADD = `
  insert into provider_load as load (provider_id, open_jobs, completed, on_time, star_sum, star_count)
  select * from unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[]) as delta (id) order by id
  on conflict (provider_id) do update set
    open_jobs = greatest(0, load.open_jobs + excluded.open_jobs),
    completed = load.completed + excluded.completed,
    on_time = load.on_time + excluded.on_time,
    star_sum = load.star_sum + excluded.star_sum,
    star_count = load.star_count + excluded.star_count, changed_by = default`;

export async function addLoad(tx: EntityManager, deltas: ReadonlyMap<string, LoadDelta>): Promise<void> {
  if (deltas.size === 0) return;
  const rows = [...deltas].map(([id, delta]) => ({ id, ...NOTHING, ...delta }));
  await tx.query(ADD, [
    rows.map(({ id }) => id),
    rows.map(({ openJobs }) => openJobs),
    rows.map(({ completed }) => completed),
    rows.map(({ onTime }) => onTime),
    rows.map(({ starSum }) => starSum),
    rows.map(({ starCount }) => starCount),
  ]);
}

const RATE = `
  update provider_load set star_sum = star_sum + $2, star_count = star_count + 2, changed_by = default where provider_id = $1`;

/** Ratings of all providers arrive everywhere; one that never had a job here belongs to another service. */
export async function addRating(
  tx: EntityManager,
  providerId: string,
  { timeliness, result }: { readonly timeliness: number; readonly result: number },
): Promise<void> {
  await tx.query(RATE, [providerId, timeliness + result]);
}

const LOADS = `
  select provider_id as "providerId", open_jobs as "openJobs", completed, on_time as "onTime",
    star_sum as "starSum", star_count as "starCount"
  from provider_load where provider_id = any($1::uuid[])`;

const SAME_REQUEST = `
  select request_id as "requestId", provider_id as "providerId", count(*)::int as jobs
  from job
  where request_id = any($1::uuid[]) and status in ('offered', 'accepted', 'in-progress', 'reworked')
  group by 1, 2`;

/** Unfinished jobs by `<request>/<provider>`. */
export async function jobsOfRequests(tx: EntityManager, requests: readonly string[]): Promise<Map<string, number>> {
  const same = await tx.query<{ requestId: string; providerId: string; jobs: number }[]>(SAME_REQUEST, [requests]);
  return new Map(same.map(({ requestId, providerId, jobs }) => [`${requestId}/${providerId}`, jobs]));
}

/** 0–1 in thousandths; undefined while too few jobs were finished to tell. */
export function onTimeRateOf({ completed, onTime }: ProviderLoad): number | undefined {
  return completed >= ENOUGH_HISTORY ? Math.round((onTime * 1000) / completed) / 1000 : undefined;
}

/** Mean stars, 1–5 in hundredths; undefined while nobody has rated. */
export function ratingOf({ starSum, starCount }: ProviderLoad): number | undefined {
  return starCount > 0 ? Math.round((starSum * 100) / starCount) / 100 : undefined;
}

/** The loads of some providers, kept up to date while several tasks are routed one after another. */
export class LoadBook {
  private readonly given = new Map<string, number>();

  private constructor(
    private readonly loads: ReadonlyMap<string, ProviderLoad>,
    private readonly sameRequest: Map<string, number>,
  ) {}

  static async read(tx: EntityManager, providers: readonly string[], requests: readonly string[]): Promise<LoadBook> {
    const [loads, sameRequest] = await together(
      tx.query<(ProviderLoad & { providerId: string })[]>(LOADS, [providers]),
      jobsOfRequests(tx, requests),
    );
    return new LoadBook(new Map(loads.map(({ providerId, ...load }) => [providerId, load])), sameRequest);
  }

  /** The candidate with what the service counts itself; what a finder states of history and rating wins. */
  fill<F>(candidate: Candidate<F>, requestId: string): Candidate<F> {
    const { providerId } = candidate;
    const load = this.loads.get(providerId) ?? NOTHING;
    const onTimeRate = onTimeRateOf(load);
    const rating = ratingOf(load);
    const sameRequestJobs = this.sameRequest.get(`${requestId}/${providerId}`);
    return {
      ...(onTimeRate !== undefined && { onTimeRate }),
      ...(rating !== undefined && { rating }),
      ...candidate,
      openJobs: load.openJobs + (this.given.get(providerId) ?? 0),
      ...(sameRequestJobs !== undefined && { sameRequestJobs }),
    };
  }

  /** A job was just given to the provider. */
  give(providerId: string, requestId: string): void {
    this.given.set(providerId, (this.given.get(providerId) ?? 0) + 1);
    const key = `${requestId}/${providerId}`;
    this.sameRequest.set(key, (this.sameRequest.get(key) ?? 0) + 1);
  }
}
