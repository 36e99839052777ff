import { topicsOf } from '@qi/contracts';
import type { EntityManager } from 'typeorm';
import { handling } from '../message-context';
import type { Metrics } from '../metrics';
import { HANDLES } from './handles';
import type { HandlesMetadata } from './handles';
import type { ReceivedEvent } from './received-event';
import { planRuns } from './run-plan';

interface Handler {
  /** Applies a run: facts of one type, in order. */
  readonly apply: (events: ReceivedEvent[], tx: EntityManager) => Promise<void>;
}

/** Which methods apply which types of facts. */
export class HandlerRegistry {
  private readonly handlers = new Map<string, Handler[]>();
  private readonly topicNames = new Set<string>();
  private readonly seen = new WeakSet<object>();

  constructor(private readonly metrics: Metrics) {}

  /** Takes every method of `instance` that carries @Handles or @HandlesChunk. */
  addInstance(instance: object): void {
    if (this.seen.has(instance)) return;
    this.seen.add(instance);
    for (const method of methodsOf(instance)) {
      const metadata = Reflect.getMetadata(HANDLES, method) as HandlesMetadata | undefined;
      if (metadata) this.add(metadata, method.bind(instance) as (event: unknown, tx: EntityManager) => Promise<void>);
    }
  }

  /** Topics without the prefix, sorted: every replica must subscribe to the same list. */
  topics(): string[] {
    return [...this.topicNames].sort();
  }

  knows(type: string): boolean {
    return this.handlers.has(type);
  }

  /** Applies facts that nobody applied yet, each key in order, with as few calls as that allows. */
  async apply(events: readonly ReceivedEvent[], tx: EntityManager): Promise<void> {
    for (const run of planRuns(events)) {
      for (const handler of this.handlers.get(run.type) ?? []) {
        const end = this.metrics.handling(run.type);
        await handler.apply(run.events, tx);
        end();
      }
    }
  }

  private add({ contracts, chunk }: HandlesMetadata, call: (event: unknown, tx: EntityManager) => Promise<void>): void {
    const handler: Handler = {
      apply: chunk ? (events, tx) => withContext(events, () => call(events, tx)) : eachOf(call),
    };
    for (const contract of contracts) {
      this.handlers.set(contract.type, [...(this.handlers.get(contract.type) ?? []), handler]);
      for (const topic of topicsOf(contract)) this.topicNames.add(topic);
    }
  }
}

function eachOf(call: (event: unknown, tx: EntityManager) => Promise<void>): Handler['apply'] {
  return async (events, tx) => {
    for (const event of events) await withContext([event], () => call(event, tx));
  };
}

/** What a handler writes carries on the trace of what it handles; of several facts, only what they have in common. */
function withContext<T>(events: readonly ReceivedEvent[], work: () => Promise<T>): Promise<T> {
  const [first] = events;
  const same = first !== undefined && events.every(({ correlationId }) => correlationId === first.correlationId);
  const context = same ? { traceparent: first.traceparent, correlationId: first.correlationId } : {};
  return handling.run(context, work);
}

type Method = (...args: never[]) => unknown;

function methodsOf(instance: object): Method[] {
  const methods: Method[] = [];
  for (
    let proto: object | null = Object.getPrototypeOf(instance) as object | null;
    proto && proto !== Object.prototype;
  ) {
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(proto)) as PropertyDescriptor[]) {
      if (typeof descriptor.value === 'function') methods.push(descriptor.value as Method);
    }
    proto = Object.getPrototypeOf(proto) as object | null;
  }
  return methods;
}
