import type { KafkaMessage } from 'kafkajs';
import { readEvent, typeOf } from '../wire/cloud-event';
import type { HandlerRegistry } from './handler-registry';
import type { ReceivedEvent } from './received-event';

/** A message and where it lies. */
export interface Incoming {
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
}

export interface Poison {
  readonly incoming: Incoming;
  readonly error: unknown;
}

/** The messages of a chunk by what is to be done with them. */
export interface Sorted {
  readonly events: ReceivedEvent[];
  readonly poison: Poison[];
  readonly ignored: number;
}

/** A type that nobody here handles is ignored before it is looked at: its contract may be newer than this program. */
export function sortMessages(messages: readonly Incoming[], registry: HandlerRegistry): Sorted {
  const events: ReceivedEvent[] = [];
  const poison: Poison[] = [];
  let ignored = 0;
  for (const incoming of messages) {
    const type = typeOf(incoming.message.headers);
    if (type !== undefined && !registry.knows(type)) {
      ignored += 1;
      continue;
    }
    try {
      events.push(readEvent(incoming.topic, incoming.message));
    } catch (error) {
      poison.push({ incoming, error });
    }
  }
  return { events, poison, ignored };
}
