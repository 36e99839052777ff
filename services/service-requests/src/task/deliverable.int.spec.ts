import { actor, checkAfterEach, type TestService } from '@qi/testing';
import type { RequestResponse } from '../service-request/service-request.view';
import { aBundle, AJob, aLine, anAccepted, aPlace, made, taskOf, tell, type Place } from '../../test/case';
import { base, clerk, startWindow } from '../../test/window';
import type { DeliverablePage } from './deliverable.dto';

let window: TestService;
let place: Place;
let requests: RequestResponse[];
let numbers: string[];

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
  const single = aBundle(place, { lines: [aLine(place.items.testing)] });
  requests = [];
  for (let n = 0; n < 3; n += 1) requests.push(await anAccepted(window, place, single));
  for (const request of requests) await tell(window, ...new AJob(taskOf(request, 'test'), '甲检测').done());
  numbers = (await list()).items.map(({ number }) => number);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const list = async (query = '', as = place.applicant) =>
  made(await window.http.get<DeliverablePage>(`${base}/deliverables?${query}`, { as }));

describe('the documents of a firm', () => {
  it('are those of all its requests, the newest first, each with what it was for and who issued it', async () => {
    const { items } = await list();
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ element: 'testing', providerName: '甲检测', kind: 'test-report' });
    expect(items.map(({ requestId }) => requestId)).toEqual(requests.map(({ id }) => id).reverse());
  });

  it('come page by page, none twice and none left out', async () => {
    const found: string[] = [];
    let next: string | undefined;
    do {
      const page: DeliverablePage = await list(`limit=1${next ? `&after=${next}` : ''}`);
      found.push(...page.items.map(({ number }) => number));
      next = page.next;
    } while (next && found.length < 9);
    expect(found).toEqual(numbers);
  });

  it('are found by a part of the number, and by element', async () => {
    const [number = ''] = numbers;
    expect(
      (await list(`q=${encodeURIComponent(number.slice(2).toLowerCase())}`)).items.map((one) => one.number),
    ).toContain(number);
    expect((await list('q=%25')).items).toEqual([]);
    expect((await list('element=metrology')).items).toEqual([]);
  });

  it('are the window’s to see in its area, and nobody else’s', async () => {
    expect((await list('', clerk)).items.length).toBeGreaterThanOrEqual(3);
    expect((await list('', actor('applicant'))).items).toEqual([]);
    expect((await list('', actor('clerk', { areas: ['440100'] }))).items).toEqual([]);
  });

  it('name a cursor that is none', async () => {
    expect((await window.http.get(`${base}/deliverables?after=x`, { as: place.applicant })).status).toBe(400);
  });
});
