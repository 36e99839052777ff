import { TaskCancelledV1 } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { CloudEvent, Kafka as KafkaBinding } from 'cloudevents';
import type { KafkaMessage } from 'kafkajs';
import { readEvent, toMessage } from './cloud-event';

const key = newId();
const data = {
  taskId: key,
  taskNumber: 'T-1',
  requestId: newId(),
  requestNumber: 'R-1',
  reason: '儿童三轮车',
  by: { sub: 's', name: '王' },
  at: '2026-11-23T01:00:00.000Z',
};
const event = {
  id: newId(),
  key,
  type: TaskCancelledV1.type,
  source: '/qi/service-requests',
  subject: key,
  time: new Date('2026-11-23T01:00:00.000Z'),
  data: JSON.stringify(data),
  headers: { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', ce_correlationid: 'c-1' },
};

function asDelivered(change: Record<string, string | undefined> = {}): KafkaMessage {
  const { headers = {}, value } = toMessage(event);
  const entries = Object.entries({ ...headers, ...change }).filter(([, text]) => text !== undefined);
  return {
    key: Buffer.from(key),
    value: Buffer.from(String(value)),
    headers: Object.fromEntries(entries.map(([name, text]) => [name, Buffer.from(String(text))])),
    timestamp: '0',
    attributes: 0,
    offset: '0',
  };
}

describe('CloudEvents 1.0 over Kafka, binary mode', () => {
  it('is read by the reference implementation as the event that was written', () => {
    const { headers, value } = toMessage(event);
    const read = KafkaBinding.toEvent({ headers, value: String(value), body: String(value), key } as never);
    const [one] = Array.isArray(read) ? read : [read];
    expect(one).toMatchObject({
      id: event.id,
      type: event.type,
      source: event.source,
      subject: event.subject,
      specversion: '1.0',
      dataschema: 'urn:qi:event:task.cancelled.v1',
      time: '2026-11-23T01:00:00.000Z',
      correlationid: 'c-1',
    });
    expect(one?.data).toEqual(data);
  });

  it('reads what the reference implementation writes', () => {
    const { id, type, source, subject } = event;
    const written = KafkaBinding.binary(new CloudEvent({ id, type, source, subject, time: data.at, data }));
    const headers = Object.fromEntries(
      Object.entries(written.headers).map(([name, text]) => [name, Buffer.from(String(text))]),
    );
    const value = Buffer.from(JSON.stringify(written.value));
    expect(readEvent('tasks', { ...asDelivered(), headers, value } as KafkaMessage)).toMatchObject({
      id,
      type,
      source,
      subject,
      data,
    });
  });

  it('comes back as it was sent, with its trace', () => {
    expect(readEvent('tasks', asDelivered())).toEqual({
      id: event.id,
      type: event.type,
      source: event.source,
      subject: key,
      time: event.time,
      data,
      key,
      topic: 'tasks',
      traceparent: event.headers.traceparent,
      correlationId: 'c-1',
    });
  });

  it.each(['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_specversion'])(
    'refuses a message without %s',
    (name) => {
      expect(() => readEvent('tasks', asDelivered({ [name]: undefined }))).toThrow(`header ${name} is missing`);
    },
  );

  it('refuses data that breaks the contract and names where', () => {
    const message = { ...asDelivered(), value: Buffer.from(JSON.stringify({ ...data, taskId: 'x' })) };
    expect(() => readEvent('tasks', message)).toThrow('/taskId');
  });
});
