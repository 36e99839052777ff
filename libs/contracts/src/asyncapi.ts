import type { EventContract } from './event';
import { topicOf } from './event';
import { contracts } from './contracts';
import { serviceNames } from './service-name';

interface Channel {
  address: string;
  messages: Record<string, { $ref: string }>;
}
interface Operation {
  action: 'send';
  channel: { $ref: string };
  messages: { $ref: string }[];
}

export interface AsyncApi {
  asyncapi: '3.0.0';
  info: { title: string; version: string; description: string };
  channels: Record<string, Channel>;
  operations: Record<string, Operation>;
  components: { messages: Record<string, object>; schemas: Record<string, object> };
}

const plain = (schema: object): object => JSON.parse(JSON.stringify(schema)) as object;

function messageOf(contract: EventContract): object {
  return {
    name: contract.type,
    contentType: 'application/json',
    bindings: { kafka: { bindingVersion: '0.5.0', key: { type: 'string' } } },
    payload: { $ref: `#/components/schemas/${contract.type}` },
  };
}

/** AsyncAPI 3.0 document of every event: one channel per topic, one send operation per topic. */
export function asyncApi(all: readonly EventContract[] = contracts): AsyncApi {
  const document: AsyncApi = {
    asyncapi: '3.0.0',
    info: {
      title: 'Quality infrastructure one-stop platform: events',
      version: '1',
      description: 'CloudEvents 1.0 in binary mode over Kafka; facts with values, at least once, in order per key.',
    },
    channels: {},
    operations: {},
    components: { messages: {}, schemas: {} },
  };
  for (const contract of all) {
    document.components.messages[contract.type] = messageOf(contract);
    document.components.schemas[contract.type] = plain(contract.schema);
  }
  for (const service of serviceNames)
    for (const contract of all.filter(({ producers }) => producers.includes(service)))
      addToChannel(document, topicOf(service, contract.aggregate), contract.type);
  return document;
}

function addToChannel(document: AsyncApi, topic: string, type: string): void {
  const channel = (document.channels[topic] ??= { address: topic, messages: {} });
  channel.messages[type] = { $ref: `#/components/messages/${type}` };
  const operation = (document.operations[`send ${topic}`] ??= {
    action: 'send',
    channel: { $ref: `#/channels/${topic}` },
    messages: [],
  });
  operation.messages.push({ $ref: `#/channels/${topic}/messages/${type}` });
}
