import 'reflect-metadata';
import type { EntityManager } from 'typeorm';
import type { AnyContract, ReceivedEvent } from './received-event';

export const HANDLES = 'qi:handles';

export interface HandlesMetadata {
  readonly contracts: readonly AnyContract[];
  readonly chunk: boolean;
}

type DecoratorOf<M> = (target: object, name: string | symbol, descriptor: TypedPropertyDescriptor<M>) => void;

/**
 * The method applies facts of these contracts: `(event, tx) => Promise<void>`, inside the transaction that also holds
 * the inbox row. It may be called again for a fact whose transaction failed. A DomainError puts the message aside.
 */
export function Handles<const C extends readonly AnyContract[]>(
  ...contracts: C
): DecoratorOf<(event: ReceivedEvent<C[number]>, tx: EntityManager) => Promise<void>> {
  return mark({ contracts, chunk: false });
}

/**
 * For hot paths: the method gets all facts of one type in a chunk at once, in order, so that it can use multi-row
 * statements; with several contracts it is called once per type. When the chunk fails it is called again with one fact at a time.
 */
export function HandlesChunk<const C extends readonly AnyContract[]>(
  ...contracts: C
): DecoratorOf<(events: ReceivedEvent<C[number]>[], tx: EntityManager) => Promise<void>> {
  return mark({ contracts, chunk: true });
}

function mark(metadata: HandlesMetadata) {
  return (_target: object, _name: string | symbol, descriptor: { value?: unknown }): void => {
    if (typeof descriptor.value === 'function') Reflect.defineMetadata(HANDLES, metadata, descriptor.value);
  };
}
