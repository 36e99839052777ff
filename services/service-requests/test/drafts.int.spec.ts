import { newId } from '@qi/kernel';
import { actor, checkAfterEach, type TestService } from '@qi/testing';
import type { RequestCounts } from '../src/service-request/service-request.queries';
import type { RequestResponse, RequestSummary } from '../src/service-request/service-request.view';
import { aBundle, aDraft, aLine, anAccepted, aPlace, inDays, made, path, type Place } from './case';
import { aPerson, base, clerk, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const all = `${base}/service-requests`;
const asFirm = () => ({ as: place.applicant });
interface Problem {
  type: string;
  errors: { pointer: string; message: string }[];
}

describe('a draft', () => {
  it('keeps the item’s version and the standard in its canonical form, and plans the bundle', async () => {
    const draft = await aDraft(window, place);
    expect(draft).toMatchObject({ status: 'draft', version: 1, channel: 'portal', missing: [] });
    expect(draft.lines[0]).toMatchObject({
      itemVersion: 1,
      demand: { tests: [{ methodStandard: 'GB/T 14747-2025' }] },
    });
    expect(draft.plan).toMatchObject({ feasible: true, criticalPath: ['gauges', 'test'] });
  });

  it('says by how many working days the need-by date cannot be met', async () => {
    const { plan } = await aDraft(window, place, aBundle(place, { needBy: inDays(3) }));
    expect(plan.feasible).toBe(false);
    expect(plan.daysLate).toBeGreaterThan(5);
    expect(plan.words.zh).toContain('无法满足');
  });

  it.each([
    ['an unknown item', () => [aLine('no-such-item')], '/lines/0/itemCode'],
    ['an unknown version', () => [aLine(place.items.testing, { itemVersion: 9 })], '/lines/0/itemVersion'],
    ['a circle', () => [aLine(place.items.testing, { dependsOn: ['test'] })], '/lines/0/dependsOn'],
    [
      'an unreadable standard',
      () => [
        aLine(place.items.testing, { demand: { object: 'x', tests: [{ parameter: 'p', methodStandard: '暂无' }] } }),
      ],
      '/lines/0/demand/tests/0/methodStandard',
    ],
    ['a past date', () => [aLine(place.items.testing, { needBy: '2026-01-05' })], '/lines/0/needBy'],
    ['an unknown field', () => [aLine(place.items.testing, { surprise: 1 })], '/lines/0/surprise'],
  ])('refuses %s with a pointer and saves nothing', async (_, lines, pointer) => {
    const before = made(await window.http.get<RequestCounts>(`${all}/counts`, asFirm())).total;
    const answer = await window.http.post<Problem>(all, { platformId: place.platformId, lines: lines() }, asFirm());
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
    expect(made(await window.http.get<RequestCounts>(`${all}/counts`, asFirm())).total).toBe(before);
  });

  it('names the circle in the language asked for', async () => {
    const lines = [
      aLine(place.items.testing, { key: 'a', dependsOn: ['b'] }),
      aLine(place.items.testing, { key: 'b', dependsOn: ['a'] }),
    ];
    const answer = await window.http.post<Problem>(
      all,
      { platformId: place.platformId, lines },
      { ...asFirm(), headers: { 'accept-language': 'en' } },
    );
    expect(answer.body.errors[0]?.message).toBe('the dependencies run in a circle: a → b → a');
  });

  it('is saved only at the version that was seen', async () => {
    const draft = await aDraft(window, place);
    const body = { platformId: place.platformId, title: '改' };
    const save = (ifMatch?: string) =>
      window.http.put<RequestResponse>(path(draft.id), body, {
        ...asFirm(),
        headers: ifMatch ? { 'if-match': ifMatch } : {},
      });
    expect((await save()).status).toBe(428);
    const saved = await save('"1"');
    expect(saved.body).toMatchObject({ version: 2, title: '改', lines: [] });
    expect(saved.headers.get('etag')).toBe('"2"');
    expect((await save('"1"')).status).toBe(412);
  });

  it('is saved by one of two who save at once', async () => {
    const { id } = await aDraft(window, place);
    const save = (title: string) =>
      window.http.patch(path(id), { title }, { ...asFirm(), headers: { 'if-match': '"1"' } });
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map(save));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('is not changed once it is submitted', async () => {
    const accepted = await anAccepted(window, place);
    const answer = await window.http.patch<Problem>(
      path(accepted.id),
      { title: 'x' },
      { ...asFirm(), headers: { 'if-match': `"${accepted.version}"` } },
    );
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:qi:problem:service-request/not-editable']);
  });

  it.each<[string, number]>([
    ['title', 200],
    ['problem', 200],
    ['needBy', 200],
    ['contact', 200],
    ['platformId', 400],
    ['attachmentIds', 400],
    ['lines', 400],
  ])('null for %s, which empties what may be empty → %i', async (field, status) => {
    const { id } = await aDraft(window, place);
    const answer = await window.http.patch<Problem>(
      path(id),
      { [field]: null },
      { ...asFirm(), headers: { 'if-match': '"1"' } },
    );
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ errors: [{ pointer: `/${field}` }] });
  });

  it('is copied without the dates that have passed', async () => {
    const accepted = await anAccepted(window, place);
    const copy = made(await window.http.post<RequestResponse>(path(accepted.id, 'copy'), undefined, asFirm()));
    expect(copy).toMatchObject({ status: 'draft', copiedFromId: accepted.id, needBy: accepted.needBy, tasks: [] });
    expect(copy.number).not.toBe(accepted.number);
    expect(copy.lines.map(({ key }) => key)).toEqual(['test', 'gauges', 'diagnosis']);
  });

  it('answers the recorded number when it is sent again with its key', async () => {
    const options = { ...asFirm(), headers: { 'idempotency-key': newId() } };
    const first = made(await window.http.post<RequestResponse>(all, aBundle(place), options));
    expect(made(await window.http.post<RequestResponse>(all, aBundle(place), options)).number).toBe(first.number);
  });
});

describe('at the counter', () => {
  it('a clerk enters for a firm of the area, submits, and prints the slip', async () => {
    const sent = { ...aBundle(place), enterpriseId: place.enterpriseId, title: '<script>alert(1)</script>' };
    const entered = made(await window.http.post<RequestResponse>(all, sent, { as: clerk }));
    expect(entered).toMatchObject({ channel: 'counter', createdBy: { sub: clerk.sub } });
    made(await window.http.post(path(entered.id, 'submit'), undefined, { as: clerk }));
    const slip = await window.http.get<string>(path(entered.id, 'slip'), {
      as: clerk,
      headers: { 'accept-language': 'en' },
    });
    expect(slip.headers.get('content-type')).toContain('text/html');
    expect(slip.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'");
    expect(slip.body).toContain(entered.number);
    expect(slip.body).toContain('<svg');
    expect(slip.body).toContain('Service request slip');
    expect(slip.body).not.toContain('<script>');
  });

  it('must name the firm, and not one of another area', async () => {
    expect((await window.http.post(all, aBundle(place), { as: clerk })).status).toBe(422);
    const stranger = actor('clerk', { areas: ['330783'] });
    const sent = { ...aBundle(place), enterpriseId: place.enterpriseId };
    expect((await window.http.post(all, sent, { as: stranger })).status).toBe(404);
  });
});

describe('who sees a request', () => {
  const others = [
    ['another firm', actor('applicant')],
    ['a person without a firm', aPerson()],
    ['a clerk of another area', actor('clerk', { areas: ['330783'] })],
    ['an administrator of another city', actor('administrator', { areas: ['330700'] })],
  ] as const;

  it.each(others)('is hidden from %s, in every way', async (_, stranger) => {
    const accepted = await anAccepted(window, place);
    const as = { as: stranger };
    for (const action of ['', 'life-line', 'slip'])
      expect((await window.http.get(path(accepted.id, action), as)).status).toBe(404);
    const commands = stranger.roles.includes('applicant') ? ['submit', 'copy', 'close'] : [];
    for (const action of commands)
      expect((await window.http.post(path(accepted.id, action), undefined, as)).status).toBe(404);
    const task = `${base}/tasks/${accepted.tasks[0]?.id}`;
    expect((await window.http.get(task, as)).status).toBe(404);
    const { items } = made(await window.http.get<{ items: RequestSummary[] }>(all, as));
    expect(items.map(({ id }) => id)).not.toContain(accepted.id);
  });

  it('are its own people, the window of the area, the city, and auditors', async () => {
    const accepted = await anAccepted(window, place);
    const readers = [
      actor('finance', { org: { kind: 'enterprise', id: place.enterpriseId } }),
      clerk,
      actor('administrator', { areas: ['330400'] }),
      actor('auditor'),
    ];
    for (const as of readers) {
      expect((await window.http.get(path(accepted.id), { as })).status).toBe(200);
      const { items } = made(
        await window.http.get<{ items: RequestSummary[] }>(`${all}?number=${accepted.number}`, { as }),
      );
      expect(items.map(({ id }) => id)).toEqual([accepted.id]);
    }
  });

  it('finance reads and does not act; a clerk does not confirm for a firm that acts for itself', async () => {
    const accepted = await anAccepted(window, place);
    const finance = actor('finance', { org: { kind: 'enterprise', id: place.enterpriseId } });
    expect((await window.http.post(path(accepted.id, 'withdraw'), { reason: 'x' }, { as: finance })).status).toBe(403);
    expect((await window.http.post(path(accepted.id, 'close'), undefined, { as: clerk })).status).toBe(404);
  });
});

describe('the work list', () => {
  it('is paged, filtered and counted', async () => {
    const own = await aPlace(window);
    for (let n = 0; n < 3; n += 1) await anAccepted(window, own);
    await aDraft(window, own);
    const as = { as: clerk };
    const filter = `platformId=${own.platformId}&element=metrology&status=accepted`;
    const first = made(
      await window.http.get<{ items: RequestSummary[]; next?: string }>(`${all}?${filter}&limit=2`, as),
    );
    expect(first.items).toHaveLength(2);
    const second = made(
      await window.http.get<{ items: RequestSummary[]; next?: string }>(
        `${all}?${filter}&limit=2&after=${first.next}`,
        as,
      ),
    );
    expect(second.items).toHaveLength(1);
    expect(second.next).toBeUndefined();
    expect(first.items[0]).toMatchObject({
      tasks: { opened: 2, waiting: 1 },
      overdue: false,
      situation: { turn: 'provider' },
    });
    const counts = made(await window.http.get<RequestCounts>(`${all}/counts?platformId=${own.platformId}`, as));
    expect(counts).toEqual({ total: 4, byStatus: { accepted: 3, draft: 1 }, overdue: 0, unroutable: 0, toItemise: 0 });
  });
});
