import { given } from '@qi/testing';
import { act, aRequest } from '../../test/request-builder';
import { itemise, refuse, returnForCorrection, submit } from './service-request';

describe('submit', () => {
  it('starts the clerk’s clock and tells others what was asked', () => {
    const request = aRequest({ needBy: '2026-12-20' });
    const { events, clocks } = submit(request, act);
    given(request)
      .when((state) => submit(state, act))
      .then({ status: 'submitted', submittedAt: act.at });
    expect(events).toMatchObject([
      { type: 'service-request.submitted.v1', data: { items: 1, needBy: '2026-12-20', channel: 'portal', by: act.by } },
    ]);
    expect(clocks).toMatchObject([{ action: 'start', kind: 'accept' }]);
  });

  it('goes on with the clock that stood still after a return, and keeps the first time of submission', () => {
    const first = new Date('2026-11-20T02:00:00Z');
    const returned = aRequest({ status: 'returned', submittedAt: first });
    expect(submit(returned, act)).toMatchObject({
      next: { submittedAt: first, answer: null },
      clocks: [{ action: 'resume', kind: 'accept' }],
    });
  });

  it('takes a problem in words in place of services, but not nothing', () => {
    given(aRequest({ lines: [], problem: '被退货' }))
      .when((state) => submit(state, act))
      .then({ status: 'submitted' });
    given(aRequest({ lines: [], problem: '  ' }))
      .when((state) => submit(state, act))
      .thenRefuses('service-request/empty');
  });

  it.each(['submitted', 'refused', 'accepted', 'closed', 'withdrawn'] as const)('refuses one that is %s', (status) => {
    given(aRequest({ status }))
      .when((state) => submit(state, act))
      .thenRefuses('service-request/illegal-transition', { from: status });
  });
});

describe('returnForCorrection', () => {
  const asked = { reasonCode: 'information-missing', note: '缺型号', fields: [{ pointer: '/lines/0', note: '型号' }] };

  it('stops the clock and keeps reason and fields for the firm', () => {
    const request = aRequest({ status: 'submitted' });
    given(request)
      .when((state) => returnForCorrection(state, asked, act))
      .then({ status: 'returned', answer: { ...asked, kind: 'returned', by: act.by, at: act.at.toISOString() } });
    const { clocks, entries } = returnForCorrection(request, asked, act);
    expect(clocks).toMatchObject([{ action: 'pause', kind: 'accept' }]);
    expect(entries[0]?.words.zh).toContain('缺型号');
  });

  it('knows its reasons, and not the names of an object’s own', () => {
    for (const reasonCode of ['nonsense', 'constructor', 'toString']) {
      given(aRequest({ status: 'submitted' }))
        .when((state) => returnForCorrection(state, { ...asked, reasonCode }, act))
        .thenRefuses('service-request/unknown-reason');
    }
  });

  it('is not for a draft', () => {
    given(aRequest())
      .when((state) => returnForCorrection(state, asked, act))
      .thenRefuses('service-request/illegal-transition');
  });
});

describe('refuse', () => {
  it('ends the clock and the request', () => {
    const { events, clocks } = refuse(
      aRequest({ status: 'submitted' }),
      { reasonCode: 'outside-area', note: null },
      act,
    );
    expect(events).toMatchObject([{ type: 'service-request.refused.v1', data: { reasonCode: 'outside-area' } }]);
    expect(clocks).toMatchObject([{ action: 'stop', kind: 'accept' }]);
  });
});

describe('itemise', () => {
  it('is for submitted problems only', () => {
    const { lines } = aRequest();
    given(aRequest({ status: 'submitted', lines: [] }))
      .when((state) => itemise(state, lines, act))
      .then({ lines });
    given(aRequest())
      .when((state) => itemise(state, lines, act))
      .thenRefuses('service-request/not-submitted');
  });
});
