import { Injectable } from '@nestjs/common';
import { fromBusinessDate } from '@qi/kernel';
import { areaPrefixes, hasRole } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { DecisionRow } from '../decision/decision.row';
import { PolicyService } from '../policy/policy.service';
import { inputsOf, outcomeIn } from '../record/record-text';
import type { PastDecision } from './rerun';

const DAY_MS = 86_400_000;

/** Which decisions: of business dates `from` to `to`, about firms in the areas (code prefixes). */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly areas: readonly string[];
}

/** The areas whose decisions an actor may look at, as prefixes; an auditor looks at all. */
export function areasOf(actor: Actor): string[] {
  return hasRole(actor, 'auditor') ? [''] : areaPrefixes(actor);
}

/** Reads recorded decisions again, page by page, in the order in which they were made. */
@Injectable()
export class PastDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: PolicyService,
  ) {}

  count(period: Period): Promise<number> {
    return this.within(period).getCount();
  }

  async page(period: Period, after: string | null, limit: number): Promise<PastDecision[]> {
    const find = this.within(period).orderBy('decision.id', 'ASC').limit(limit);
    if (after) find.andWhere('decision.id > :after', { after });
    return this.read(await find.getMany());
  }

  /** The latest ones, oldest of them first. */
  async latest(areas: readonly string[], limit: number): Promise<PastDecision[]> {
    const rows = await this.inAreas(areas).orderBy('decision.id', 'DESC').limit(limit).getMany();
    return this.read(rows.reverse());
  }

  private async read(rows: readonly DecisionRow[]): Promise<PastDecision[]> {
    const policyOf = await this.policies.versions(rows.map(({ record }) => record.policy));
    return rows.map(({ id, taskId, record }) => ({
      id,
      taskId,
      inputs: inputsOf(record, policyOf(record.policy)),
      candidates: outcomeIn(record).candidates,
    }));
  }

  private within({ from, to, areas }: Period): SelectQueryBuilder<DecisionRow> {
    return this.inAreas(areas)
      .andWhere('decision.at >= :start', { start: fromBusinessDate(from) })
      .andWhere('decision.at < :end', { end: new Date(fromBusinessDate(to).getTime() + DAY_MS) });
  }

  private inAreas(areas: readonly string[]): SelectQueryBuilder<DecisionRow> {
    return this.dataSource
      .createQueryBuilder(DecisionRow, 'decision')
      .where('decision.area_code like any(:areas)', { areas: areas.map((prefix) => `${prefix}%`) });
  }
}
