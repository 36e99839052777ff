import { faultsOf, findContract } from '@qi/contracts';
import type { DataOf, ReceivedEvent } from '../consumer/received-event';
import { isId } from '@qi/kernel';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

/** One fact as it lies in the outbox and goes out. `data` is JSON text and is sent byte for byte. */
export interface OutgoingEvent {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time: Date;
  readonly data: string;
  /** Headers beyond the attributes: `traceparent`, `ce_correlationid`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** CloudEvents 1.0, Kafka protocol binding §3.2 (binary content mode): attributes are headers, the value is the data. */
export function toMessage(event: OutgoingEvent): Message {
  return {
    key: event.key,
    value: event.data,
    headers: {
      ...event.headers,
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: event.type,
      ce_source: event.source,
      ce_subject: event.subject,
      ce_time: event.time.toISOString(),
      ce_dataschema: `urn:qi:event:${event.type}`,
      'content-type': 'application/json',
    },
  };
}

/** The message cannot be read as an event, or its data breaks the contract of its type. Never gets better by waiting. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

/** The `ce_type` of a message, when it has one. */
export function typeOf(headers: IHeaders | undefined): string | undefined {
  return text(headers?.['ce_type']);
}

/** Throws UnreadableMessage naming the first fault. */
export function readEvent(topic: string, message: KafkaMessage): ReceivedEvent<unknown> {
  const header = (name: string): string => {
    const value = text(message.headers?.[name]);
    if (value === undefined) throw new UnreadableMessage(`header ${name} is missing`);
    return value;
  };
  if (header('ce_specversion') !== '1.0') throw new UnreadableMessage('ce_specversion is not 1.0');
  const type = header('ce_type');
  const id = header('ce_id').toLowerCase();
  if (!isId(id)) throw new UnreadableMessage('ce_id is not a UUID');
  const time = new Date(header('ce_time'));
  if (Number.isNaN(time.getTime())) throw new UnreadableMessage('ce_time is not a timestamp');
  return {
    id,
    type,
    source: header('ce_source'),
    subject: header('ce_subject'),
    time,
    data: readData(type, message.value) as DataOf<unknown>,
    key: message.key?.toString('utf8') ?? '',
    topic,
    traceparent: text(message.headers?.['traceparent']),
    correlationId: text(message.headers?.['ce_correlationid']),
  };
}

function readData(type: string, value: Buffer | null): unknown {
  const data = parse(value);
  const contract = findContract(type);
  const faults = contract ? faultsOf(contract, data) : [];
  if (faults.length > 0) throw new UnreadableMessage(`breaks the contract of ${type}: ${faults.join('; ')}`);
  return data;
}

function parse(value: Buffer | null): unknown {
  if (value === null) throw new UnreadableMessage('the message has no value');
  try {
    return JSON.parse(value.toString('utf8')) as unknown;
  } catch (error) {
    throw new UnreadableMessage(`the value is not JSON: ${(error as Error).message}`);
  }
}

function text(value: IHeaders[string]): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined ? undefined : first.toString();
}
