import { Injectable } from '@nestjs/common';
import { standardNumber } from '@qi/kernel';
import { DataSource, In } from 'typeorm';
import type { Relation } from './relation';
import { stepOf } from './relation';
import { standardProblem } from './standard';
import { StandardRow } from './standard.row';
import { AROUND } from './standard.sql';
import { successionOf, type Succession } from './succession';

export interface Found {
  readonly row: StandardRow;
  readonly relations: readonly Relation[];
}

export type KnownSuccession = Succession & { readonly known: readonly StandardRow[] };

@Injectable()
export class StandardQueries {
  constructor(private readonly dataSource: DataSource) {}

  async get(id: string): Promise<Found> {
    const row = await this.dataSource.manager.findOneBy(StandardRow, { id });
    if (!row) throw standardProblem['not-found']({ number: id });
    return this.withRelations(row);
  }

  /** In any spelling. Throws `standard-number/unparseable` and `standard/not-found`. */
  async getByNumber(raw: string): Promise<Found> {
    const number = standardNumber(raw).canonical;
    const row = await this.dataSource.manager.findOneBy(StandardRow, { number });
    if (!row) throw standardProblem['not-found']({ number });
    return this.withRelations(row);
  }

  /** Also for a number that the library knows from others' relations only. */
  async succession(raw: string, on: string): Promise<KnownSuccession> {
    const number = standardNumber(raw).canonical;
    const relations = await this.dataSource.query<Relation[]>(AROUND, [number]);
    const steps = relations.map(stepOf).filter((step) => step !== undefined);
    const numbers = [...new Set([number, ...steps.flatMap(({ from, to }) => [from, to])])];
    const known = await this.dataSource.manager.findBy(StandardRow, { number: In(numbers) });
    if (known.length === 0) throw standardProblem['not-found']({ number });
    const standards = new Map(known.map((row) => [row.number, row]));
    return { ...successionOf({ steps, standards }, number, on), known };
  }

  private async withRelations(row: StandardRow): Promise<Found> {
    const relations = await this.dataSource.query<Relation[]>(
      `select number, kind, other, extent, clauses, degree, since from standard_relation
       where number = $1 or other = $1 order by kind, number, other limit 500`,
      [row.number],
    );
    return { row, relations };
  }
}
