import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { DomainError } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { currentContext } from '../http/request-context';
import type { IdempotencyClaim } from '../http/request-context';
import { settleClaims } from '../http/idempotency-claims';
import { codeOf } from './data-source';

/** SQLSTATE: serialization failure, deadlock. The transaction was rolled back whole and may be run again. */
const PASSING = ['40001', '40P01'];
const ATTEMPTS = 4;

/** The only way a service opens a transaction. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction and commits it. `work` may run again, up to three times, after a deadlock or a
   * serialization failure, so it has no effects outside the transaction.
   *
   * The idempotency claim of the current request is settled in the same transaction, so that an effect happens once
   * whatever dies when. Who runs the commands of several requests in one transaction passes their claims.
   */
  async run<T>(
    work: (tx: EntityManager) => Promise<T>,
    claims: readonly IdempotencyClaim[] = claimAtHand(),
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(async (tx) => {
          const result = await work(tx);
          // Last: who asks for the same key meanwhile is told so at once, and not made to wait for this transaction.
          if (claims.length > 0) await settleClaims(tx, claims);
          return result;
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !PASSING.includes(codeOf(error))) throw error;
        await pause(Math.random() * 20 * attempt);
      }
    }
  }
}

/** The row that fits `where`, locked until the transaction ends; throws `notFound` when there is none. */
export async function lock<T extends ObjectLiteral>(
  tx: EntityManager,
  Row: new () => T,
  where: FindOptionsWhere<T>,
  notFound: DomainError,
): Promise<T> {
  const row = await tx.findOne(Row, { where, lock: { mode: 'pessimistic_write' } });
  if (!row) throw notFound;
  return row;
}

/**
 * Waits for statements of one transaction that need nothing of each other's results: they share a round trip, and the
 * server takes them in the order in which they were sent. When one fails, its error is thrown once all have ended, so
 * that none is still under way when the transaction is rolled back.
 */
export async function together<T extends readonly unknown[]>(
  ...statements: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const all = Promise.all(statements);
  await all.catch(() => Promise.allSettled(statements));
  return all as unknown as Promise<T>;
}

/** The idempotency claim of the request at hand, for work that is handed to a batch. */
export function claimAtHand(): readonly IdempotencyClaim[] {
  const claim = currentContext()?.claim;
  return claim ? [claim] : [];
}
