import { containerArguments, containerBrokers, containerName, signalArguments } from './kafka-container';
import { brokerSettings } from './kafka-settings';

const address = { id: 1, port: 21_092, controllerPort: 21_093 };
const settings = brokerSettings(address, { nodes: [address], fastFailover: true });
const plan = { clusterId: 'q1q1q1q1q1q1q1q1q1q1qw', address, folder: '/data/kafka/node-1', settings, heapMb: 300 };

it('container › official image, own name and label, removed at its end, on 127.0.0.1 only', () => {
  const line = containerArguments(plan).join(' ');
  const name = containerName(plan.folder);
  expect(line).toMatch(/^run --rm --name qi-kafka-[0-9a-f]{12} --label qi-platform=kafka /);
  expect(line).toMatch(/ apache\/kafka:4\.3\.1$/);
  expect(line).toContain(`-p 127.0.0.1:21092:21092 -v ${name}:/var/lib/kafka/data`);
});

it('container › the broker listens on all its addresses and advertises the one that clients reach', () => {
  const line = containerArguments(plan).join(' ');
  expect(line).toContain('-e KAFKA_LISTENERS=PLAINTEXT://0.0.0.0:21092,CONTROLLER://127.0.0.1:21093');
  expect(line).toContain('-e KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://127.0.0.1:21092');
  expect(line).toContain('-e KAFKA_AUTO_CREATE_TOPICS_ENABLE=false');
  expect(line).toContain('-e KAFKA_LOG_DIRS=/var/lib/kafka/data');
  expect(line).toContain('-e KAFKA_HEAP_OPTS=-Xms64m -Xmx300m');
  expect(line).toContain(`-e CLUSTER_ID=${plan.clusterId}`);
});

it('signals › reach the broker through the engine', () => {
  expect(signalArguments('b', 'SIGKILL')).toEqual(['kill', '--signal=SIGKILL', 'b']);
  expect(signalArguments('b', 'SIGSTOP')).toEqual(['pause', 'b']);
  expect(signalArguments('b', 'SIGCONT')).toEqual(['unpause', 'b']);
});

it('several brokers › refused in containers', async () => {
  const nodes = [address, { id: 2, port: 2, controllerPort: 3 }];
  const several = { ...plan, settings: brokerSettings(address, { nodes, fastFailover: true }) };
  await expect(containerBrokers().prepare(several)).rejects.toThrow('Several brokers run from the jars only');
});
