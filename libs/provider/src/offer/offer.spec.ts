import { JobOfferedV1, JobUnroutableV1, faultsOf } from '@qi/contracts';
import type { EventContract } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { aTaskOpened } from '@qi/testing';
import { aDecisionRecord } from '../../test/decision-record';
import { SITE, aLaboratory } from '../../test/facts';
import { offer, unroutable, wholeMinute } from './offer';

const at = new Date('2026-11-23T02:00:00.000Z');
const terms = {
  jobId: newId(),
  serial: 123,
  answerBy: new Date('2026-11-25T02:00:00.000Z'),
  promisedDate: '2026-12-01',
  at,
};
const task = aTaskOpened();
const asContract = (contract: unknown) => contract as EventContract;

describe('offer', () => {
  const winner = { ...aLaboratory({}), siteId: SITE, name: '平湖某检测机构' };

  it('makes a numbered job for the winner, and a fact that obeys its contract', () => {
    const made = offer(task, aDecisionRecord(task, [winner]), terms);
    expect(made?.job).toMatchObject({
      number: 'J-20261123-000123',
      blindNumber: 'B-000123',
      status: 'offered',
      providerId: winner.providerId,
      siteId: SITE,
      answerBy: terms.answerBy,
    });
    expect(made?.event.data).toMatchObject({
      provider: { siteId: SITE, areaCode: '330400' },
      promisedDate: '2026-12-01',
    });
    expect(faultsOf(asContract(JobOfferedV1), made?.event.data)).toEqual([]);
  });

  it('is nothing where nobody won', () => {
    expect(offer(task, aDecisionRecord(task, []), terms)).toBeUndefined();
  });
});

it('unroutable obeys its contract and names every gate', () => {
  const event = unroutable(task, aDecisionRecord(task, [aLaboratory({ methodStandard: 'GB 14747-2006' })]));
  expect(faultsOf(asContract(JobUnroutableV1), event.data)).toEqual([]);
  expect(event.data).toMatchObject({
    candidates: 1,
    gates: { 'scope-covers-method-of-that-year': 1, 'provider-active': 0 },
  });
});

it('the time to answer is a whole minute, never an earlier one', () => {
  expect(wholeMinute(new Date('2026-11-25T02:00:00.001Z')).toISOString()).toBe('2026-11-25T02:01:00.000Z');
  expect(wholeMinute(new Date('2026-11-25T02:00:00.000Z')).toISOString()).toBe('2026-11-25T02:00:00.000Z');
});
