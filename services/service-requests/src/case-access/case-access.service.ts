import { Injectable } from '@nestjs/common';
import type { DomainError } from '@qi/kernel';
import { AccessLog, areaPrefixes, hasRole, inAreas, type Actor, type Looked, type Role } from '@qi/platform';
import { Brackets, type EntityManager } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';

export interface CaseOwner {
  readonly enterpriseId: string;
  readonly areaCode: string;
}

/** What of a case is read. */
export type CaseRead = CaseOwner & Required<Pick<Looked, 'kind' | 'id' | 'number' | 'requestId'>>;

const BY_AREA: readonly Role[] = ['clerk', 'steward', 'administrator'];

/** Who may see and who may move a request and its tasks. Foreign ones are hidden, not refused. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly log: AccessLog,
  ) {}

  /** Its own people, the window and the administration of its area, and auditors. The firm sees who it was. */
  async assertReads(actor: Actor, read: CaseRead, hidden: () => DomainError): Promise<void> {
    const { enterpriseId, areaCode, ...what } = read;
    const sees = hasRole(actor, 'auditor') || worksThere(actor, read);
    if (!sees && !(await this.enterprises.speaksFor(actor, enterpriseId))) throw hidden();
    this.log.note(actor, { ...what, owner: { kind: 'enterprise', id: enterpriseId }, areaCode });
  }

  /** The firm itself, or a clerk of its area for a request that was entered at the counter. */
  async assertFirm(
    actor: Actor,
    owner: CaseOwner & { channel: string },
    hidden: () => DomainError,
    tx: EntityManager,
  ): Promise<void> {
    if (owner.channel === 'counter' && hasRole(actor, 'clerk', 'steward') && worksThere(actor, owner)) return;
    if (!(await this.enterprises.speaksFor(actor, owner.enterpriseId, tx))) throw hidden();
  }

  /** The firm or the window: each may end what it no longer wants. */
  async assertEither(actor: Actor, owner: CaseOwner, hidden: () => DomainError, tx: EntityManager): Promise<void> {
    if (worksThere(actor, owner)) return;
    if (!(await this.enterprises.speaksFor(actor, owner.enterpriseId, tx))) throw hidden();
  }

  assertWindow(actor: Actor, owner: CaseOwner, hidden: () => DomainError): void {
    if (!worksThere(actor, owner)) throw hidden();
  }

  /** The rule of `assertReads` as a condition on rows with `enterpriseId` and `areaCode`. */
  async visibleTo(actor: Actor, alias: string): Promise<Brackets> {
    const all = hasRole(actor, 'auditor');
    const own = all ? [] : await this.enterprises.idsSpokenFor(actor);
    return new Brackets((or) => {
      or.where(all ? 'true' : 'false');
      if (own.length > 0) or.orWhere(`${alias}.enterpriseId = any(:own)`, { own });
      if (!hasRole(actor, ...BY_AREA)) return;
      areaPrefixes(actor).forEach((prefix, n) => {
        or.orWhere(`${alias}.areaCode like :area${n}`, { [`area${n}`]: `${prefix}%` });
      });
    });
  }
}

function worksThere(actor: Actor, { areaCode }: CaseOwner): boolean {
  return hasRole(actor, ...BY_AREA) && inAreas(actor, areaCode);
}
