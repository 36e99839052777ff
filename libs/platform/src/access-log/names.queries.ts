import { Injectable } from '@nestjs/common';
import { isId } from '@qi/kernel';
import { DataSource } from 'typeorm';

/** Tables of a service whose rows have an `id` and a `name`: the organisations and persons that it knows. */
export class NamedTables {
  constructor(readonly tables: readonly string[]) {}
}

@Injectable()
export class NameQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly named: NamedTables,
  ) {}

  /** Names as they are today, by id, in one question; whom the service does not know is left out. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(ids)].filter(isId);
    const { tables } = this.named;
    if (asked.length === 0 || tables.length === 0) return new Map();
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(
      tables.map((table) => `select id, name from ${table} where id = any ($1::uuid[])`).join(' union all '),
      [asked],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
