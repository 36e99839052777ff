import { Injectable } from '@nestjs/common';
import { problems } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import { scopeOf } from '../job/job-scope';
import { ProviderSettings } from '../provider-options';
import { replay } from '../routing/replay';
import type { Replay } from '../routing/replay';
import { DecisionRow } from './decision.row';
import type { DecisionRecord } from './decision-record';
import { hashOf } from './inputs-hash';
import { RoutingService } from './routing.service';

const decisionProblem = problems('decision', {
  'not-found': { kind: 'not-found', zh: '没有这条分派记录', en: 'there is no such decision' },
});

/** Looks at decisions again; nothing here writes. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly routing: RoutingService,
    private readonly settings: ProviderSettings,
  ) {}

  /** A firm and overseers see the decisions about their tasks; a provider only those that it won. */
  async get(id: string, actor: Actor): Promise<DecisionRecord> {
    const row = await this.scoped(actor).andWhere('job.id = :id', { id }).getOne();
    if (!row) throw decisionProblem['not-found']();
    return row.record;
  }

  /** The decisions about one task, first to last. */
  async listOf(taskId: string, actor: Actor): Promise<DecisionRecord[]> {
    const rows = await this.scoped(actor).andWhere('job.task_id = :taskId', { taskId }).orderBy('job.id').getMany();
    return rows.map(({ record }) => record);
  }

  async replay(id: string, actor: Actor): Promise<Replay> {
    const record = await this.get(id, actor);
    const inputsHash = hashOf(record.inputs);
    if (inputsHash !== record.inputsHash) {
      return { same: false, difference: { pointer: '/inputsHash', recorded: record.inputsHash, replayed: inputsHash } };
    }
    return replay(record, this.settings.rules);
  }

  /** Who would get a task now, who not and why. */
  async explain(task: TaskOpened): Promise<DecisionRecord> {
    const [record] = await this.transactions.run((tx) => this.routing.decide(tx, [{ task, dropouts: [], attempt: 1 }]));
    if (!record) throw new Error('nothing was decided');
    return record;
  }

  private scoped(actor: Actor) {
    const { where, parameters } = scopeOf(actor, this.settings);
    const own = actor.org?.kind === this.settings.organisation;
    // The alias is that of the jobs' scope; a decision has its columns but for the provider, who is the winner here.
    const condition = own ? where.replace('job.provider_id', 'job.winner_id') : where;
    return this.dataSource.createQueryBuilder(DecisionRow, 'job').where(condition, parameters);
  }
}
