import { randomUUID } from 'node:crypto';
import { problems } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { IdempotencyClaim } from './request-context';

export const idempotencyProblem = problems('idempotency', {
  'other-body': {
    kind: 'invalid',
    zh: '该幂等键已用于另一请求（路径或内容不同）',
    en: 'this idempotency key was used for another request (other path or other body)',
  },
  'in-progress': {
    kind: 'conflict',
    zh: '使用该幂等键的请求仍在处理中，请稍后重试',
    en: 'a request with this idempotency key is still in progress; try again later',
  },
  'answer-lost': {
    kind: 'conflict',
    zh: '使用该幂等键的请求已生效，但其应答未能保存；请查询当前状态',
    en: 'the request with this idempotency key took effect, but its answer was not kept; look at the current state',
  },
});

/** A claim that was not answered for this long belongs to a process that died. */
const TAKEN_OVER_AFTER = '60 seconds';

export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent when the answer had no body. */
  readonly body: string | null;
}

export interface KeyedRequest {
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

interface ClaimRow {
  mine: boolean;
  same: boolean;
  state: 'in-progress' | 'effected' | 'answered';
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

/**
 * Claims a key, or says what became of the request that has it. One statement when the key is new.
 * @throws `idempotency/other-body`, `idempotency/in-progress`, `idempotency/answer-lost`
 */
export async function claimKey(db: EntityManager, request: KeyedRequest): Promise<IdempotencyClaim | RecordedAnswer> {
  const claim = randomUUID();
  const rows = await db.query<ClaimRow[]>(
    `with mine as (
       insert into idempotency_key as k (actor, key, route, body_hash, state, claim)
       values ($1, $2, $3, $4, 'in-progress', $5)
       on conflict (actor, key) do update set claim = excluded.claim, claimed_at = now()
         where k.state = 'in-progress' and k.route = excluded.route and k.body_hash = excluded.body_hash
           and k.claimed_at < now() - interval '${TAKEN_OVER_AFTER}'
       returning true)
     select true as mine, true as same, 'in-progress' as state, null::int as status, null::jsonb as headers,
            null as body from mine
     union all
     select false, route = $3 and body_hash = $4, state, status, headers, body from idempotency_key
     where actor = $1 and key = $2 and not exists (select from mine)`,
    [request.actor, request.key, request.route, request.bodyHash, claim],
  );
  const [row] = rows;
  if (row?.mine) return { actor: request.actor, key: request.key, claim };
  // No row at all: another request of the same moment inserted it after this statement's snapshot.
  if (!row) throw idempotencyProblem['in-progress']();
  return answerOf(row);
}

function answerOf(row: ClaimRow): RecordedAnswer {
  if (!row.same) throw idempotencyProblem['other-body']();
  if (row.state === 'in-progress') throw idempotencyProblem['in-progress']();
  if (row.state === 'effected' || row.status === null) throw idempotencyProblem['answer-lost']();
  return { status: row.status, headers: row.headers ?? {}, body: row.body };
}

/**
 * Marks the claims as effected inside the business transaction. A claim that was taken over meanwhile rolls the
 * transaction back: only one of the two requests may take effect.
 */
export async function settleClaims(tx: EntityManager, claims: readonly IdempotencyClaim[]): Promise<void> {
  const settled = await tx.query<[unknown[], number]>(
    `update idempotency_key k set state = 'effected'
     from unnest($1::text[], $2::text[], $3::uuid[]) as c (actor, key, claim)
     where k.actor = c.actor and k.key = c.key and k.claim = c.claim`,
    [claims.map(({ actor }) => actor), claims.map(({ key }) => key), claims.map(({ claim }) => claim)],
  );
  if (settled[1] !== claims.length) throw idempotencyProblem['in-progress']();
}

export async function recordAnswer(db: EntityManager, claim: IdempotencyClaim, answer: RecordedAnswer): Promise<void> {
  await db.query(
    `update idempotency_key set state = 'answered', status = $4, headers = $5, body = $6
     where actor = $1 and key = $2 and claim = $3`,
    [claim.actor, claim.key, claim.claim, answer.status, answer.headers, answer.body],
  );
}

/** Frees the key of a request that failed before it took effect: it may be mended and sent again. */
export async function freeKey(db: EntityManager, claim: IdempotencyClaim): Promise<void> {
  await db.query(`delete from idempotency_key where actor = $1 and key = $2 and claim = $3 and state = 'in-progress'`, [
    claim.actor,
    claim.key,
    claim.claim,
  ]);
}

/** Forgets keys after a day. */
export async function forgetKeys(db: EntityManager): Promise<void> {
  await db.query(`delete from idempotency_key where created_at < now() - interval '24 hours'`);
}
