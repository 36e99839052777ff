import { Injectable } from '@nestjs/common';
import { Transactions } from '@qi/platform';

const MARK = `
  insert into notice_mark (sub, read_to) values ($1, $2)
  on conflict (sub) do update set read_to = greatest(notice_mark.read_to, excluded.read_to)`;

@Injectable()
export class Notices {
  constructor(private readonly transactions: Transactions) {}

  /** The person has seen the notice with this number and all before it. */
  async read(sub: string, upTo: string): Promise<void> {
    await this.transactions.run((tx) => tx.query(MARK, [sub, upTo]));
  }
}
