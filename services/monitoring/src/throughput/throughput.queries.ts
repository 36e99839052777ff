import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { areaPrefixes, hasRole, type Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { Count, Duration, PeriodAndCumulative, PeriodQuery, Throughput } from './throughput.dto';

/** $1 first and $2 last business day, $3 area prefixes (null: all), $4 platform, $5 element. */
type Parameters = [from: string, to: string, areas: string[] | null, platform: string | null, element: string | null];

const day = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date`;
const within = (column: string) => `${day(column)} between $1::date and $2::date`;
const upTo = (column: string) => `${day(column)} between '1900-01-01' and $2::date and $1::date is not null`;
/** A row whose first event is still on its way has no area yet: only who may see all areas sees it. */
const inScope = (
  row: string,
) => `($3::text[] is null or exists (select 1 from unnest($3::text[]) p where ${row}.area_code like p || '%'))
  and ($4::uuid is null or ${row}.platform_id = $4)`;

const requests = `request_flow r where ${within('r.submitted_at')} and ${inScope('r')} and ($5::text is null or exists
  (select 1 from task_flow t where t.request_id = r.request_id and t.element = $5))`;
const tasks = `task_flow t where ${within('t.created_at')} and ${inScope('t')} and ($5::text is null or t.element = $5)`;
const jobs = `job_flow j join task_flow t using (task_id) where ${within('j.offered_at')} and ${inScope('t')} and ($5::text is null or j.element = $5)`;
const delivered = (period: string) =>
  `task_flow t where ${period} and ${inScope('t')} and ($5::text is null or t.element = $5)`;

@Injectable()
export class ThroughputQueries {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async throughput(query: PeriodQuery, actor: Actor): Promise<Throughput> {
    const to = query.to ?? toBusinessDate(this.clock.now());
    const from = query.from ?? addDays(to, -30);
    const areas = hasRole(actor, 'auditor', 'operator') ? null : areaPrefixes(actor);
    const given: Parameters = [from, to, areas, query.platformId ?? null, query.element ?? null];
    const count = (what: string, source: string, order = 'count desc, name') =>
      this.dataSource.query<Count[]>(
        `select ${what} as name, count(*)::int as count from ${source} group by 1 order by ${order}`,
        given,
      );
    return {
      from,
      to,
      requestsByStatus: await count('r.status', requests),
      requestsByDay: await count(`${day('r.submitted_at')}::text`, requests, 'name'),
      requestsByPlatform: await count('r.platform_id::text', requests),
      tasksByStatus: await count('t.status', tasks),
      tasksByElement: await count('t.element', tasks),
      tasksByProvider: await count(
        'coalesce(t.provider_name, t.provider_id::text)',
        `${tasks} and t.provider_id is not null`,
      ),
      tasksByDay: await count(`${day('t.created_at')}::text`, tasks, 'name'),
      jobsByStatus: await count('j.status', jobs),
      submitToOffer: await this.duration('t.offered_at', given),
      submitToAcceptance: await this.duration('t.accepted_at', given),
      submitToCompletion: await this.duration('t.delivered_at', given),
      serviceTimes: await this.served('count(*)', given),
      firmsServed: await this.served('count(distinct t.enterprise_id)', given),
    };
  }

  /** p50 and p95 of the seconds from submission, or from the later opening of the task, until `reached`. */
  private async duration(reached: string, given: Parameters): Promise<Duration> {
    const seconds = `extract(epoch from ${reached} - greatest(r.submitted_at, t.opened_at))`;
    const [row] = await this.dataSource.query<Duration[]>(
      `select count(*)::int as count,
         round(percentile_cont(0.5) within group (order by ${seconds})::numeric, 3)::float8 as p50,
         round(percentile_cont(0.95) within group (order by ${seconds})::numeric, 3)::float8 as p95
       from task_flow t join request_flow r using (request_id)
       where ${within('r.submitted_at')} and ${inScope('t')} and ($5::text is null or t.element = $5) and ${reached} is not null`,
      given,
    );
    return row!;
  }

  private async served(what: string, given: Parameters): Promise<PeriodAndCumulative> {
    const count = async (period: string) => {
      const [row] = await this.dataSource.query<{ count: number }[]>(
        `select ${what}::int as count from ${delivered(period)}`,
        given,
      );
      return row!.count;
    };
    return { period: await count(within('t.delivered_at')), cumulative: await count(upTo('t.delivered_at')) };
  }
}
