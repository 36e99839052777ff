import { Injectable } from '@nestjs/common';
import { AccessLog, lock, Transactions, type Actor } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { mayHandle, mayRead } from './access';
import { enterpriseProblem } from './enterprise';
import { EnterpriseRow } from './enterprise.row';
import { isOwner, memberProblem, withMember, withoutMember, type Member } from './member';
import { MemberRow } from './member.row';

@Injectable()
export class Members {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly log: AccessLog,
  ) {}

  async list(enterpriseId: string, actor: Actor): Promise<MemberRow[]> {
    const row = await this.dataSource.manager.findOneBy(EnterpriseRow, { id: enterpriseId });
    if (!row) throw enterpriseProblem.unknown();
    const members = await this.membersOf(enterpriseId, this.dataSource.manager);
    this.assertSees(row, members, actor);
    const owner = { kind: 'enterprise', id: enterpriseId } as const;
    this.log.note(actor, { kind: 'enterprise-members', id: enterpriseId, owner, areaCode: row.areaCode });
    return members;
  }

  /** Adds a person, or changes the roles of one who is in. */
  put(member: Member, actor: Actor): Promise<MemberRow[]> {
    return this.change(member.enterpriseId, actor, (members) => withMember(members, member));
  }

  remove(enterpriseId: string, sub: string, actor: Actor): Promise<MemberRow[]> {
    return this.change(enterpriseId, actor, (members) => withoutMember(members, sub));
  }

  /** The firm's row is locked first: two owners who remove each other at once would leave none. */
  private change(
    enterpriseId: string,
    actor: Actor,
    decide: (members: readonly Member[]) => Member[],
  ): Promise<MemberRow[]> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, EnterpriseRow, { id: enterpriseId }, enterpriseProblem.unknown());
      const members = await this.membersOf(enterpriseId, tx);
      this.assertSees(row, members, actor);
      if (!isOwner(members, actor.sub) && !mayHandle(actor, row)) throw memberProblem['not-owner']();
      const next = decide(members);
      const gone = members.filter(({ sub }) => !next.some((member) => member.sub === sub));
      for (const { sub } of gone) await tx.delete(MemberRow, { enterpriseId, sub });
      await tx.save(next.map((member) => Object.assign(new MemberRow(), member)));
      return this.membersOf(enterpriseId, tx);
    });
  }

  private assertSees(row: EnterpriseRow, members: readonly Member[], actor: Actor): void {
    const isMember = members.some(({ sub }) => sub === actor.sub);
    if (!mayRead(actor, row, isMember)) throw enterpriseProblem.unknown();
  }

  private membersOf(enterpriseId: string, tx: EntityManager): Promise<MemberRow[]> {
    return tx.find(MemberRow, { where: { enterpriseId }, order: { createdAt: 'asc', sub: 'asc' } });
  }
}
