import { retentionOf } from './topics';

it.each([
  ['qi.standards.standard', '-1'],
  ['test-7.qi.standards.standard', '-1'],
  ['qi.service-requests.task', '604800000'],
])('%s keeps its messages for %s ms', (topic, ms) => expect(retentionOf(topic)).toBe(ms));
