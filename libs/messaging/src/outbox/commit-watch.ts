import type { EntityManager, EntitySubscriberInterface, QueryRunner, TransactionCommitEvent } from 'typeorm';

/** Calls `wake` right after a transaction in which facts were written has committed, and never for one that has not. */
export class CommitWatch {
  private readonly waiting = new WeakSet<QueryRunner>();
  private readonly subscriber: EntitySubscriberInterface;

  constructor(wake: () => void) {
    this.subscriber = {
      afterTransactionCommit: ({ queryRunner }: TransactionCommitEvent) => {
        if (queryRunner.isTransactionActive) return; // an inner savepoint was released, nothing is visible yet
        if (this.waiting.delete(queryRunner)) wake();
      },
      afterTransactionRollback: ({ queryRunner }: TransactionCommitEvent) => {
        if (!queryRunner.isTransactionActive) this.waiting.delete(queryRunner);
      },
    };
  }

  expect(tx: EntityManager): void {
    if (!tx.queryRunner?.isTransactionActive) throw new Error('facts are written inside a transaction');
    const { subscribers } = tx.dataSource;
    if (!subscribers.includes(this.subscriber)) subscribers.push(this.subscriber);
    this.waiting.add(tx.queryRunner);
  }
}
