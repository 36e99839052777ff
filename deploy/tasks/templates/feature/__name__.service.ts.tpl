import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { assertVersion, lock, Transactions } from '@qi/platform';
import { DataSource } from 'typeorm';
import { __camel__Problem, close, open } from './__name__';
import { __Pascal__Row } from './__name__.row';

@Injectable()
export class __Pascal__Service {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open(name: string): Promise<__Pascal__Row> {
    return this.transactions.run((tx) => tx.save(Object.assign(new __Pascal__Row(), open(newId(), name))));
  }

  close(id: string, version: number): Promise<__Pascal__Row> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, __Pascal__Row, { id }, __camel__Problem.unknown());
      assertVersion(row, version);
      return tx.save(Object.assign(row, close(row, this.clock.now())));
    });
  }

  async get(id: string): Promise<__Pascal__Row> {
    const row = await this.dataSource.manager.findOneBy(__Pascal__Row, { id });
    if (!row) throw __camel__Problem.unknown();
    return row;
  }
}
