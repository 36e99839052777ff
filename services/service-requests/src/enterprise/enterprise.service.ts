import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { assertVersion, byOf, lock, Transactions, type Actor } from '@qi/platform';
import { DataSource, In, type EntityManager } from 'typeorm';
import { belongsTo, mayHandle, mayRead } from './access';
import * as enterprise from './enterprise';
import { enterpriseProblem, type Enterprise, type EnterpriseDecision, type EnterpriseProfile } from './enterprise';
import { EnterpriseRow } from './enterprise.row';
import { MemberRow } from './member.row';

@Injectable()
export class Enterprises {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  /** Whoever registers a firm for itself becomes its owner; a clerk registers for others and adds their people after. */
  register(uscc: string, profile: EnterpriseProfile, actor: Actor): Promise<EnterpriseRow> {
    const atCounter = !actor.roles.includes('applicant');
    return this.transactions.run(async (tx) => {
      const { next } = enterprise.register(newId(), uscc, profile);
      const row = Object.assign(new EnterpriseRow(), next);
      if (atCounter && !mayHandle(actor, row)) throw outsideAreas(row);
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(EnterpriseRow)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw enterpriseProblem['already-registered']({ uscc });
      if (!atCounter) {
        const owner = { enterpriseId: row.id, sub: actor.sub, name: actor.name, roles: ['owner' as const] };
        await tx.insert(MemberRow, owner);
      }
      return tx.findOneByOrFail(EnterpriseRow, { id: row.id });
    });
  }

  revise(id: string, version: number, profile: EnterpriseProfile, actor: Actor): Promise<EnterpriseRow> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id, actor);
      assertVersion(row, version);
      const byClerk = mayHandle(actor, row);
      if (!byClerk && !(await this.speaksFor(actor, id, tx))) throw outsideAreas(row);
      return this.keep(tx, row, enterprise.revise(row, profile, byClerk));
    });
  }

  verify(id: string, actor: Actor): Promise<EnterpriseRow> {
    return this.handle(id, actor, (row) => enterprise.verify(row, byOf(actor), this.clock.now()));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<EnterpriseRow> {
    return this.handle(id, actor, (row) => enterprise.suspend(row, reason));
  }

  /** The firm if the actor may see it; `enterprise/unknown` otherwise. */
  async getFor(actor: Actor, id: string, tx: EntityManager = this.dataSource.manager): Promise<EnterpriseRow> {
    const row = await tx.findOneBy(EnterpriseRow, { id });
    if (!row || !mayRead(actor, row, await this.isMember(actor.sub, id, tx))) throw enterpriseProblem.unknown();
    return row;
  }

  /** Whether `getFor` would answer: for things that belong to a firm and are hidden with it. */
  async canRead(actor: Actor, id: string, tx: EntityManager = this.dataSource.manager): Promise<boolean> {
    const row = await tx.findOneBy(EnterpriseRow, { id });
    return row !== null && mayRead(actor, row, await this.isMember(actor.sub, id, tx));
  }

  /** Without a scope: for work that no actor asked for. */
  async find(id: string, tx: EntityManager = this.dataSource.manager): Promise<Enterprise | undefined> {
    return (await tx.findOneBy(EnterpriseRow, { id })) ?? undefined;
  }

  /** As `find`, for many at once; unknown ones are left out. */
  findAll(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Enterprise[]> {
    return tx.findBy(EnterpriseRow, { id: In([...ids]) });
  }

  /** Whether the actor speaks for the firm: one of its people, not someone of the window. */
  async speaksFor(actor: Actor, id: string, tx?: EntityManager): Promise<boolean> {
    return belongsTo(actor, id, false) || (await this.isMember(actor.sub, id, tx));
  }

  /** Every firm the actor speaks for, by membership or by token. */
  async idsSpokenFor(actor: Actor): Promise<string[]> {
    const members = await this.dataSource.manager.findBy(MemberRow, { sub: actor.sub });
    const own = actor.org?.kind === 'enterprise' ? [actor.org.id] : [];
    return [...new Set([...own, ...members.map(({ enterpriseId }) => enterpriseId)])];
  }

  private isMember(sub: string, enterpriseId: string, tx: EntityManager = this.dataSource.manager): Promise<boolean> {
    return tx.existsBy(MemberRow, { enterpriseId, sub });
  }

  /** For the window only; its own people see the firm, but do not decide about it, whatever other roles they hold. */
  private handle(id: string, actor: Actor, decide: (row: EnterpriseRow) => EnterpriseDecision): Promise<EnterpriseRow> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id, actor);
      if (!mayHandle(actor, row)) throw outsideAreas(row);
      if (await this.speaksFor(actor, id, tx)) throw enterpriseProblem['own-enterprise']();
      return this.keep(tx, row, decide(row));
    });
  }

  private async locked(tx: EntityManager, id: string, actor: Actor): Promise<EnterpriseRow> {
    const row = await lock(tx, EnterpriseRow, { id }, enterpriseProblem.unknown());
    if (!mayRead(actor, row, await this.isMember(actor.sub, id, tx))) throw enterpriseProblem.unknown();
    return row;
  }

  private async keep(tx: EntityManager, row: EnterpriseRow, decision: EnterpriseDecision): Promise<EnterpriseRow> {
    const saved = await tx.save(Object.assign(row, decision.next));
    await this.outbox.add(tx, decision.events);
    return saved;
  }
}

function outsideAreas({ areaCode }: Enterprise): Error {
  return enterpriseProblem['outside-areas']({ areaCode });
}
