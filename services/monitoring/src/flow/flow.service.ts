import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changesOf, fold, type Change, type Fact } from './flow';

const tables: Readonly<Record<Change['of'], { name: string; id: string; columns: readonly string[] }>> = {
  request: {
    name: 'request_flow',
    id: 'request_id',
    columns: ['number', 'enterprise_id', 'platform_id', 'area_code', 'industry_code', 'channel'],
  },
  task: {
    name: 'task_flow',
    id: 'task_id',
    columns: [
      'number',
      'element',
      'item_code',
      'enterprise_id',
      'platform_id',
      'area_code',
      'provider_id',
      'provider_name',
    ],
  },
  job: { name: 'job_flow', id: 'job_id', columns: ['task_id', 'element', 'provider_id', 'promised_date'] },
};
const stages: Readonly<Record<Change['of'], readonly string[]>> = {
  request: ['submitted_at', 'accepted_at', 'completed_at', 'closed_at'],
  task: ['created_at', 'opened_at', 'offered_at', 'accepted_at', 'delivered_at', 'confirmed_at'],
  job: ['offered_at', 'answered_at', 'completed_at'],
};

/** A newer status and newer values win, the earliest time of a stage stays: any order of arrival gives the same row. */
function upsert(of: Change['of']): string {
  const { name, id, columns } = tables[of];
  const newer = `excluded.status_at >= ${name}.status_at`;
  const sets = [
    `status = case when ${newer} then excluded.status else ${name}.status end`,
    `status_at = greatest(excluded.status_at, ${name}.status_at)`,
    ...columns.map(
      (column) =>
        `${column} = case when ${newer} then coalesce(excluded.${column}, ${name}.${column}) else coalesce(${name}.${column}, excluded.${column}) end`,
    ),
    ...stages[of].map((column) => `${column} = least(${name}.${column}, excluded.${column})`),
  ];
  return `insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)
    on conflict (${id}) do update set ${sets.join(', ')}`;
}

const statements = { request: upsert('request'), task: upsert('task'), job: upsert('job') };

@Injectable()
export class FlowService {
  /** Applies the events of one transaction with one statement per table. */
  async apply(facts: readonly Fact[], tx: EntityManager): Promise<void> {
    const changes = fold(facts.flatMap(changesOf));
    for (const kind of ['request', 'task', 'job'] as const) {
      const rows = changes
        .filter((change) => change.of === kind)
        // Two consumers that upsert the same rows do so in one order, or they would wait for each other.
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, status, at, values }) => ({ [tables[kind].id]: id, status, status_at: at, ...values }));
      if (rows.length) await tx.query(statements[kind], [JSON.stringify(rows)]);
    }
  }
}
