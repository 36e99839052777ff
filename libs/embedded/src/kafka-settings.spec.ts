import { brokerSettings, toProperties } from './kafka-settings';

const nodes = [1, 2, 3].map((id) => ({ id, port: 20_000 + id, controllerPort: 20_010 + id }));
const [first] = nodes;
if (!first) throw new Error('no node');

it('one broker › keeps single copies of the internal topics and makes no topic by accident', () => {
  const settings = brokerSettings(first, { nodes: [first], fastFailover: false });
  expect(settings).toMatchObject({
    'controller.quorum.voters': '1@127.0.0.1:20011',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'auto.create.topics.enable': 'false',
  });
  expect(settings['broker.session.timeout.ms']).toBeUndefined();
});

it('three brokers › an acknowledged record is on two of them', () => {
  const settings = brokerSettings(first, { nodes, fastFailover: true }, { 'num.io.threads': '2' });
  expect(settings).toMatchObject({
    'controller.quorum.voters': '1@127.0.0.1:20011,2@127.0.0.1:20012,3@127.0.0.1:20013',
    'default.replication.factor': '3',
    'min.insync.replicas': '2',
    'broker.session.timeout.ms': '3000',
    'num.io.threads': '2',
  });
});

it('properties › a Windows path keeps its backslashes', () => {
  expect(toProperties({ 'log.dirs': 'C:\\data' })).toBe('log.dirs=C:\\\\data\n');
});
