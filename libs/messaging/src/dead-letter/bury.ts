import { createHash } from 'node:crypto';
import { isId } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { Incoming } from '../consumer/incoming';

const INSERT = `
  insert into dead_letter (id, topic, partition, kafka_offset, key, type, event_id, headers, payload, error, failed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, now()) on conflict (id) do nothing`;
const MAX_ERROR_CHARS = 4_000;

/** Writes the message to `dead_letter`, once however often it is delivered; returns its type if it names one. */
export async function bury(tx: EntityManager, incoming: Incoming, error: unknown): Promise<string | undefined> {
  const { topic, partition, message } = incoming;
  const headers = headersOf(incoming);
  const eventId = headers['ce_id'];
  await tx.query(INSERT, [
    idOf(incoming),
    topic,
    partition,
    message.offset,
    clean(message.key?.toString('utf8')) ?? null,
    headers['ce_type'] ?? null,
    isId(eventId) ? eventId : null,
    JSON.stringify(headers),
    message.value,
    clean(describe(error)),
  ]);
  return headers['ce_type'];
}

/** A UUID (version 8, RFC 9562 §5.8) made from the place and the content. */
function idOf({ topic, partition, message }: Incoming): string {
  const place = `${topic}\u0000${partition}\u0000${message.offset}\u0000${message.timestamp}\u0000`;
  const hash = createHash('sha256')
    .update(place)
    .update(message.value ?? '')
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function headersOf({ message }: Incoming): Record<string, string> {
  const entries = Object.entries(message.headers ?? {}).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, clean(first.toString()) ?? '']];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MAX_ERROR_CHARS);
}

/** PostgreSQL's text cannot hold U+0000. */
function clean(text: string | undefined): string | undefined {
  return text?.replaceAll('\u0000', '\uFFFD');
}
