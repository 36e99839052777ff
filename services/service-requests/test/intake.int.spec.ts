import { actor, checkAfterEach, type TestService } from '@qi/testing';
import type { RequestResponse } from '../src/service-request/service-request.view';
import { aBundle, aDraft, aLine, anAccepted, aPlace, made, path, seen, type Place } from './case';
import { administrator, base, clerk, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

describe('submit', () => {
  it('refuses incomplete answers with pointers and writes nothing', async () => {
    const draft = await aDraft(window, place, aBundle(place, { lines: [aLine(place.items.testing, { answers: {} })] }));
    expect(draft.missing).toMatchObject([{ pointer: '/lines/0/answers/model' }]);
    const answer = await window.http.post<{ errors: unknown[] }>(path(draft.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/lines/0/answers/model' }]);
    expect(await seen(window, place, draft.id)).toMatchObject({ status: 'draft', version: draft.version });
  });

  it('refuses an empty request, and a second submission with the legal states', async () => {
    const empty = await aDraft(window, place, { platformId: place.platformId });
    const refused = await window.http.post<{ type: string }>(path(empty.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:qi:problem:service-request/empty']);
    const accepted = await anAccepted(window, place);
    const again = await window.http.post<{ legal: string[] }>(path(accepted.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect([again.status, again.body.legal]).toEqual([409, ['in-service', 'withdrawn']]);
  });

  it('refuses an item that was retired since', async () => {
    const own = await aPlace(window);
    const draft = await aDraft(window, own);
    const { items } = made(
      await window.http.get<{ items: { id: string }[] }>(`${base}/service-items?code=${own.items.testing}`, {
        as: administrator,
      }),
    );
    made(await window.http.post(`${base}/service-items/${items[0]?.id}/retire`, undefined, { as: administrator }));
    const answer = await window.http.post<{ errors: unknown[] }>(path(draft.id, 'submit'), undefined, {
      as: own.applicant,
    });
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ pointer: '/lines/0/itemCode' }]]);
  });

  it('hints at the same item within thirty days', async () => {
    const own = await aPlace(window);
    const first = await anAccepted(window, own);
    const second = await aDraft(window, own);
    expect(second.hints.map(({ kind, requestId }) => [kind, requestId])).toEqual(
      Array.from({ length: 3 }, () => ['duplicate', first.id]),
    );
  });
});

describe('return, mend and submit again', () => {
  it('stops the clerk’s clock meanwhile', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const returned = made(
      await window.http.post<RequestResponse>(
        path(id, 'return'),
        { reasonCode: 'standard-withdrawn', fields: [{ pointer: '/lines/0/demand', note: '请改为现行标准' }] },
        { as: clerk },
      ),
    );
    expect(returned).toMatchObject({ status: 'returned', situation: { turn: 'firm' }, answer: { hint: {} } });
    expect(returned.clocks).toMatchObject([{ kind: 'accept', status: 'paused' }]);
    const mended = await window.http.patch<RequestResponse>(
      path(id),
      { title: '补正' },
      {
        as: place.applicant,
        headers: { 'if-match': `"${returned.version}"` },
      },
    );
    expect(mended.body).toMatchObject({ title: '补正', lines: [{}, {}, {}] });
    const again = made(await window.http.post<RequestResponse>(path(id, 'submit'), undefined, { as: place.applicant }));
    expect(again.clocks).toMatchObject([{ kind: 'accept', status: 'running' }]);
  });

  it('refuses an unknown reason and names the known ones', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const answer = await window.http.post<{ known: string[] }>(
      path(id, 'refuse'),
      { reasonCode: 'nope' },
      { as: clerk },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.known).toContain('outside-area');
  });
});

describe('a problem in words', () => {
  it('is itemised by a steward, then accepted', async () => {
    const { id } = await aDraft(window, place, {
      platformId: place.platformId,
      problem: '出口被退货，不知道要做什么检测',
    });
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const early = await window.http.post<{ type: string }>(path(id, 'accept'), undefined, { as: clerk });
    expect([early.status, early.body.type]).toEqual([409, 'urn:qi:problem:service-request/not-itemised']);
    const steward = actor('steward', { areas: ['330482'] });
    made(await window.http.post(path(id, 'itemise'), { lines: [aLine(place.items.testing)] }, { as: steward }));
    const accepted = made(await window.http.post<RequestResponse>(path(id, 'accept'), undefined, { as: clerk }));
    expect(accepted.tasks).toHaveLength(1);
  });
});
