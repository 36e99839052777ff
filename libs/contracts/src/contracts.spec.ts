import { asyncApi } from './asyncapi';
import { faultsOf } from './check';
import { contracts, findContract } from './contracts';
import { elementsOf, elements, providerOf } from './element';
import { defineEvent, topicsOf } from './event';
import { JobExpiredV1 } from './events/job';
import { Type } from '@sinclair/typebox';

const expired = {
  jobId: '0190a000-0000-7000-8000-000000000001',
  jobNumber: 'J-20261122-000001',
  taskId: '0190a000-0000-7000-8000-000000000002',
  requestId: '0190a000-0000-7000-8000-000000000003',
  element: 'testing' as const,
  providerId: '0190a000-0000-7000-8000-000000000004',
  answerBy: '2026-11-24T08:00:00.000Z',
  at: '2026-11-24T08:00:00.001Z',
};

describe('contracts', () => {
  it('name every event once', () =>
    expect(new Set(contracts.map((contract) => contract.type)).size).toBe(contracts.length));
  it('find a contract by its type, and nothing for an unknown one', () => {
    expect(findContract('job.expired.v1')?.aggregate).toBe('job');
    expect(findContract('job.expired.v9')).toBeUndefined();
  });
  it('let jobs of one task share a key while the subject names the job', () => {
    expect(JobExpiredV1.key(expired)).toBe(expired.taskId);
    expect(JobExpiredV1.subject(expired)).toBe(expired.jobId);
  });
  it('read a job event from every provider service', () => {
    expect(topicsOf(JobExpiredV1)).toEqual(['qi.institutions.job', 'qi.metrology.job', 'qi.experts.job']);
  });
  it('accept fields they do not know and name the pointer of a fault', () => {
    expect(faultsOf(findContract('job.expired.v1')!, { ...expired, extra: 1 })).toEqual([]);
    expect(faultsOf(findContract('job.expired.v1')!, { ...expired, jobId: 'x' })[0]).toMatch(/^\/jobId: /);
  });
  it('refuse a type that is not <aggregate>.<past-verb>.v<n>', () => {
    expect(() =>
      defineEvent({ type: 'Job.Offered', producers: [], schema: Type.Object({}), subject: () => '' }),
    ).toThrow();
  });
});

describe('the provider map', () => {
  it('gives every element one provider service', () => {
    expect(Object.keys(providerOf).sort()).toEqual([...elements].sort());
    expect(elementsOf('institutions')).toEqual(['certification', 'testing']);
  });
});

it('asyncApi › lists every contract on the topic of each service that sends it', () => {
  const document = asyncApi();
  expect(Object.keys(document.components.messages)).toHaveLength(contracts.length);
  expect(document.channels['qi.metrology.job']!.messages).toHaveProperty(['job.offered.v1']);
});
