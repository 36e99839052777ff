import type { DataSource, EntityManager } from 'typeorm';
import { bury } from '../dead-letter/bury';
import type { Metrics } from '../metrics';
import type { HandlerRegistry } from './handler-registry';
import { sortMessages } from './incoming';
import type { Incoming, Poison } from './incoming';
import type { ReceivedEvent } from './received-event';

// Sorted, so that two replicas that meet at a rebalance wait for each other instead of deadlocking.
const REMEMBER = `
  insert into inbox (event_id) select id from unnest($1::uuid[]) as event (id) order by id
  on conflict do nothing returning event_id`;

/** Notes the facts as applied; returns those that were not applied before, each once, in order. */
export async function remember(tx: EntityManager, events: readonly ReceivedEvent[]): Promise<ReceivedEvent[]> {
  if (events.length === 0) return [];
  const rows = await tx.query<{ event_id: string }[]>(REMEMBER, [events.map(({ id }) => id)]);
  const fresh = new Set(rows.map(({ event_id }) => event_id));
  return events.filter(({ id }) => fresh.delete(id));
}

/** Applies messages to the database, each fact once: inbox row, changes and new outbox rows are one transaction. */
export class ChunkApplier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HandlerRegistry,
    private readonly metrics: Metrics,
  ) {}

  /** All in one transaction. What cannot even be read is put aside in it; an error of a handler undoes everything. */
  async apply(messages: readonly Incoming[]): Promise<void> {
    const { events, poison, ignored } = sortMessages(messages, this.registry);
    if (events.length > 0 || poison.length > 0) {
      await this.dataSource.transaction(async (tx) => {
        const fresh = await remember(tx, events);
        this.metrics.duplicates(events.length - fresh.length);
        await this.registry.apply(fresh, tx);
        await this.bury(tx, poison);
      });
    }
    this.metrics.ignored(ignored);
  }

  /** Puts one message aside for good: the fact counts as dealt with, here and in any later delivery. */
  async putAside(incoming: Incoming, error: unknown): Promise<void> {
    const { events } = sortMessages([incoming], this.registry);
    await this.dataSource.transaction(async (tx) => {
      const fresh = await remember(tx, events);
      if (events.length === fresh.length) await this.bury(tx, [{ incoming, error }]);
    });
  }

  private async bury(tx: EntityManager, poison: readonly Poison[]): Promise<void> {
    for (const { incoming, error } of poison) {
      const type = await bury(tx, incoming, error);
      this.metrics.deadLetter(type ?? 'unreadable');
    }
  }
}
