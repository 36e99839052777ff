import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { roles } from '@qi/platform';
import { actor, expectNoOpenTransaction, type TestService } from '@qi/testing';
import { contentOf, type Problem } from './bad-input';
import { anAccepted, aPlace, type Place } from './case';
import { base, startWindow } from './window';

/** What holds at every operation of the service, whichever are added. */
describe('every endpoint', () => {
  let window: TestService;
  let place: Place;
  beforeAll(async () => {
    window = await startWindow();
    place = await aPlace(window);
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const content = () => contentOf(window);
  const operations = async (): Promise<{ method: string; path: string }[]> => {
    const { body } = await window.http.get<{ paths: Record<string, Record<string, unknown>> }>('/openapi.json');
    return Object.entries(body.paths)
      .filter(([path]) => path.startsWith(base))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })));
  };
  const withIds = (path: string, id: () => string) => path.replace(/\{\w+\}/g, id);
  const everyRole: Actor = { ...actor('auditor'), roles: [...roles], areas: ['100000'] };
  const headers = { 'if-match': '"1"' };

  it('nobody gets in without a token but to the public look-ups', async () => {
    const open: string[] = [];
    for (const { method, path } of await operations()) {
      const { status } = await window.http.call(method, withIds(path, newId));
      if (status !== 401) open.push(`${method} ${path.slice(base.length)}`);
    }
    expect(open.sort()).toEqual(
      [
        ...['GET /platforms', 'GET /platforms/{id}', 'GET /public/handbook.pdf'],
        ...['GET /service-items', 'GET /service-items/{id}'],
      ].sort(),
    );
  });

  it('an id that names nothing is 404, whatever the rest', async () => {
    const named = (await operations()).filter(({ path }) => path.includes('{'));
    expect(named.length).toBeGreaterThan(20);
    for (const { method, path } of named) {
      for (const id of [newId, () => 'none', () => '%00', () => '..%2f..', () => '%F0%9F%98%80']) {
        const { status } = await window.http.call(method, withIds(path, id), method === 'GET' ? undefined : {}, {
          ...{ as: everyRole, headers },
        });
        expect({ method, path, id: id(), ok: [400, 404, 422].includes(status) || status }).toMatchObject({
          ok: true,
        });
      }
    }
  });

  it('someone else’s id is 404 to a firm that may otherwise ask', async () => {
    const accepted = await anAccepted(window, place);
    const [task] = accepted.tasks;
    const stranger = actor('applicant');
    const before = await content();
    const paths = [`service-requests/${accepted.id}`, `tasks/${task?.id ?? ''}`, `enterprises/${place.enterpriseId}`];
    for (const { method, path } of await operations()) {
      const target = paths.find((one) => path.startsWith(`${base}/${one.split('/')[0]}/{`));
      if (!target) continue;
      const own = path.replace(/\/[\w-]+\/\{\w+\}/, `/${target}`);
      const { status } = await window.http.call(method, withIds(own, newId), method === 'GET' ? undefined : {}, {
        ...{ as: stranger, headers },
      });
      expect({ method, path, hidden: [400, 403, 404].includes(status) || status }).toMatchObject({ hidden: true });
      if (method === 'GET') expect({ path, status }).toEqual({ path, status: 404 });
    }
    expect(await content()).toBe(before);
  });

  it('no body of the wrong kind is ever a 500, and none leaves anything behind', async () => {
    const accepted = await anAccepted(window, place);
    const ids = [accepted.id, accepted.tasks[0]?.id ?? '', place.enterpriseId, place.platformId];
    const before = await content();
    const hostile: unknown[] = [null, [], 'x', 1, true, { a: { b: { c: [1] } } }, hostileFields()];
    for (const { method, path } of (await operations()).filter((one) => one.method !== 'GET')) {
      for (const id of path.includes('{') ? ids : ['']) {
        for (const body of hostile) {
          const answer = await window.http.call<Problem | undefined>(
            method,
            withIds(path, () => id),
            JSON.stringify(body),
            { as: actor('auditor', { roles: [...roles], areas: [] }), headers },
          );
          expect({ method, path, id, body, status: answer.status < 500 || answer.status }).toMatchObject({
            status: true,
          });
        }
      }
    }
    expect(await content()).toBe(before);
  });
});

/** Every name that some DTO has, with a value that none of them takes. */
function hostileFields(): Record<string, unknown> {
  const names =
    'name uscc areaCode areaCodes industryCode industryCodes legalRepresentative contacts address location element ' +
    'fields documents promisedDays durationDays requestId taskId timeliness result reason reasonCode lines needBy ' +
    'platformId enterpriseId demand answers taskIds days minutes providerId sub roles code targetId';
  return Object.fromEntries(names.split(' ').map((name) => [name, { $gt: '', toString: 1, length: -1 }]));
}
