import { faultsOf, findContract, topicOf } from '@qi/contracts';
import type { DomainEvent, EventContract } from '@qi/contracts';
import { newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import { currentContext } from '../message-context';
import type { MessageContext } from '../message-context';
import { wireTopic } from '../messaging-options';
import type { MessagingOptions } from '../messaging-options';
import { CommitWatch } from './commit-watch';

/** Well under the broker's limit for one batch of one partition (`message.max.bytes`, 1 MB). */
export const MAX_EVENT_BYTES = 512 * 1024;

const INSERT = `
  insert into outbox (id, topic, key, type, subject, time, data, headers)
  select id, topic, key, type, subject, $8::timestamptz, data, $9::jsonb
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
       as event (id, topic, key, type, subject, data, n)
  order by n`;

/** Where a use case puts its facts: they become visible to the world if and only if the transaction commits. */
export class Outbox {
  private readonly commits: CommitWatch;

  constructor(
    private readonly options: Pick<MessagingOptions, 'service' | 'topicPrefix'>,
    private readonly clock: Clock,
    wake: () => void,
  ) {
    this.commits = new CommitWatch(wake);
  }

  /**
   * Appends facts to the transaction `tx`, in this order, with one statement. Save the aggregate's row first: the lock
   * on it is what puts the facts of one key, written by concurrent transactions, in the order of their commits.
   *
   * Throws Error (a fault in the program) outside a transaction, or when an event has no contract, breaks it, or is not
   * this service's to send.
   */
  async add(tx: EntityManager, events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    this.commits.expect(tx);
    const rows = events.map((event) => this.row(event));
    const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name]);
    await tx.query(INSERT, [
      rows.map(() => newId()),
      column('topic'),
      column('key'),
      column('type'),
      column('subject'),
      column('data'),
      rows.map((_, n) => n),
      this.clock.now(),
      JSON.stringify(headersOf(currentContext())),
    ]);
  }

  private row(event: DomainEvent): { topic: string; key: string; type: string; subject: string; data: string } {
    const { type } = event;
    const contract = this.contractOf(event);
    const data = JSON.stringify(event.data);
    if (Buffer.byteLength(data) > MAX_EVENT_BYTES) {
      throw new Error(`${type} has ${Buffer.byteLength(data)} bytes of data; at most ${MAX_EVENT_BYTES} are allowed`);
    }
    return {
      topic: wireTopic(this.options, topicOf(this.options.service, contract.aggregate)),
      key: contract.key(event.data),
      type,
      subject: contract.subject(event.data),
      data,
    };
  }

  private contractOf(event: DomainEvent): EventContract {
    const contract = findContract(event.type);
    if (!contract) throw new Error(`there is no contract for ${event.type}`);
    const { service } = this.options;
    if (!contract.producers.includes(service)) throw new Error(`${service} is not a producer of ${event.type}`);
    const faults = faultsOf(contract, event.data);
    if (faults.length > 0) throw new Error(`${event.type} breaks its contract: ${faults.join('; ')}`);
    return contract;
  }
}

function headersOf(context: MessageContext | undefined): Record<string, string> {
  return {
    ...(context?.traceparent ? { traceparent: context.traceparent } : {}),
    ...(context?.correlationId ? { ce_correlationid: context.correlationId } : {}),
  };
}
