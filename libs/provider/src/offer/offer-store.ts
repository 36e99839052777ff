import type { EntityManager } from 'typeorm';
import type { DecisionRecord } from '../decision/decision-record';
import type { Routable } from '../decision/routing.service';
import { winnerOf } from '../routing/decision';
import { remember } from '../routing/remember';
import { textOf } from '../record/record-text';
import type { NewJob } from './offer';

/**
 * Multi-row statements: a chunk of tasks costs the same few round trips as one task. Columns come as one JSON array,
 * which PostgreSQL reads into rows by name; `json` columns keep their text.
 */
const insertInto = (table: string, columns: string) => `
  insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`;

const JOB_COLUMNS = `id, number, blind_number, task_id, task_number, request_id, request_number, element, item_code,
  item_zh, item_en, round, provider_id, provider_name, site_id, enterprise_id, enterprise_name, area_code, secrecy,
  decision_id, status, answer_by, promised_date, step, deliverables, former_deliverables, reason, life_line, offered_at,
  updated_at, version`;
const DECISION_COLUMNS = 'id, task_id, request_id, enterprise_id, area_code, winner_id, at, record';
const TASK_COLUMNS = `task_id, request_id, round, attempt, enterprise_id, area_code, status, value, dropouts, updated_at`;

const INSERT_JOBS = insertInto('job', JOB_COLUMNS);
const INSERT_DECISIONS = insertInto('decision', DECISION_COLUMNS);
const UPSERT_TASKS = `${insertInto('opened_task', TASK_COLUMNS)}
  on conflict (task_id) do update set round = excluded.round, attempt = excluded.attempt, status = excluded.status,
    value = excluded.value, dropouts = excluded.dropouts, updated_at = excluded.updated_at`;

export async function saveTasks(tx: EntityManager, routables: readonly Routable[], at: Date): Promise<void> {
  const rows = routables.map(({ task, dropouts, attempt }) => ({
    task_id: task.taskId,
    request_id: task.requestId,
    round: task.round,
    attempt,
    enterprise_id: task.enterprise.id,
    area_code: task.enterprise.areaCode,
    status: 'open',
    value: task,
    dropouts,
    updated_at: at,
  }));
  if (rows.length > 0) await tx.query(UPSERT_TASKS, [JSON.stringify(rows)]);
}

export async function insertDecisions(
  tx: EntityManager,
  routables: readonly Routable[],
  records: readonly DecisionRecord[],
): Promise<void> {
  const rows = records.map((record, i) => ({
    id: record.id,
    task_id: record.taskId,
    request_id: record.requestId,
    enterprise_id: routables[i]?.task.enterprise.id,
    area_code: routables[i]?.task.enterprise.areaCode,
    winner_id: winnerOf(record.decision)?.providerId ?? null,
    at: record.at,
    record: textOf(record, record.attempt),
  }));
  if (rows.length > 0) await tx.query(INSERT_DECISIONS, [JSON.stringify(rows)]);
}

export async function insertJobs(tx: EntityManager, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map((job) => ({
    ...Object.fromEntries(Object.entries(job).map(([name, value]) => [columnOf(name), value as unknown])),
    version: 1,
  }));
  if (rows.length > 0) await tx.query(INSERT_JOBS, [JSON.stringify(rows)]);
}

const columnOf = remember((property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** As many numbers as asked for; each is given once, and a transaction that fails leaves a gap. */
export async function takeSerials(tx: EntityManager, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.query<{ n: string }[]>(`select nextval('job_number') as n from generate_series(1, $1)`, [
    count,
  ]);
  return rows.map(({ n }) => Number(n));
}
