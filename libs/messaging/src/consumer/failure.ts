import { DomainError } from '@qi/kernel';
import { UnreadableMessage } from '../wire/cloud-event';

/**
 * `poison`: the message itself is at fault and waiting does not help. `systemic`: something around it is away or busy,
 * it says nothing about the message. `unknown`: could be either; a few attempts tell.
 */
export type Failure = 'poison' | 'systemic' | 'unknown';

/**
 * SQLSTATE classes (PostgreSQL manual, appendix A): 08 connection, 40 rollback (serialization, deadlock), 53 resources,
 * 57P operator intervention (shutdown, crash, cannot connect now), 58 system, 55P03 lock not available, 25006 read-only
 * (a standby after a fail-over).
 */
const SYSTEMIC_SQLSTATE = /^(08|40|53|57P|58)|^(55P03|25006)$/;
const SYSTEMIC_CODE =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EMFILE|UND_ERR_\w+)$/;
/** node-postgres reports these without a code. */
const SYSTEMIC_MESSAGE =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|not queryable|Cannot use a pool after|Driver not Connected|Connection is not established/i;

export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError || error instanceof UnreadableMessage) return 'poison';
  return chainOf(error).some(isSystemic) ? 'systemic' : 'unknown';
}

/** Serialization failure or deadlock: the same work may well succeed at once. */
export function isConflict(error: unknown): boolean {
  return chainOf(error).some((link) => /^40/.test(codeOf(link)));
}

function isSystemic(error: object): boolean {
  const code = codeOf(error);
  if (SYSTEMIC_SQLSTATE.test(code) && /^[0-9A-Z]{5}$/.test(code)) return true;
  if (SYSTEMIC_CODE.test(code)) return true;
  if (!(error instanceof Error)) return false;
  return error.name.startsWith('KafkaJS') || SYSTEMIC_MESSAGE.test(error.message);
}

function codeOf(error: object): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error and what it wraps: TypeORM's driverError, causes, the members of an AggregateError. */
function chainOf(error: unknown): object[] {
  const found: object[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift();
    if (typeof next !== 'object' || next === null || found.includes(next)) continue;
    found.push(next);
    if ('driverError' in next) queue.push(next.driverError);
    if ('cause' in next) queue.push(next.cause);
    if (next instanceof AggregateError) queue.push(...(next.errors as unknown[]));
  }
  return found;
}
