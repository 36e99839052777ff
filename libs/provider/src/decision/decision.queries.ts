import { Injectable } from '@nestjs/common';
import { problems } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import { scopeOf } from '../job/job-scope';
import { PolicyService } from '../policy/policy.service';
import { ProviderSettings } from '../provider-options';
import { replay } from '../record/replay';
import type { Replay } from '../record/difference';
import { recordOf } from './decision-record';
import type { DecisionRecord } from './decision-record';
import { DecisionRow } from './decision.row';

const decisionProblem = problems('decision', {
  'not-found': { kind: 'not-found', zh: '没有这条分派记录', en: 'there is no such decision' },
});

/** Decisions as they were recorded. A firm and overseers see those about their tasks; a provider only those it won. */
@Injectable()
export class DecisionQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: PolicyService,
    private readonly settings: ProviderSettings,
  ) {}

  async get(id: string, actor: Actor): Promise<DecisionRecord> {
    const [record] = await this.recordsOf([await this.getRow(id, actor)]);
    if (!record) throw decisionProblem['not-found']();
    return record;
  }

  /** The decisions about one task, first to last. */
  async listOf(taskId: string, actor: Actor): Promise<DecisionRecord[]> {
    const rows = await this.scoped(actor).andWhere('job.task_id = :taskId', { taskId }).orderBy('job.id').getMany();
    return this.recordsOf(rows);
  }

  async replay(id: string, actor: Actor): Promise<Replay> {
    const { record } = await this.getRow(id, actor);
    const policyOf = await this.policies.versions([record.policy]);
    return replay(record, policyOf(record.policy), this.settings.rules);
  }

  private async getRow(id: string, actor: Actor): Promise<DecisionRow> {
    const row = await this.scoped(actor).andWhere('job.id = :id', { id }).getOne();
    if (!row) throw decisionProblem['not-found']();
    return row;
  }

  private async recordsOf(rows: readonly DecisionRow[]): Promise<DecisionRecord[]> {
    const policyOf = await this.policies.versions(rows.map(({ record }) => record.policy));
    return rows.map((row) => recordOf(row, policyOf(row.record.policy), this.settings.rules));
  }

  private scoped(actor: Actor) {
    const { where, parameters } = scopeOf(actor, this.settings);
    const own = actor.org?.kind === this.settings.organisation;
    // The alias is that of the jobs' scope; a decision has its columns but for the provider, who is the winner here.
    const condition = own ? where.replace('job.provider_id', 'job.winner_id') : where;
    return this.dataSource.createQueryBuilder(DecisionRow, 'job').where(condition, parameters);
  }
}
