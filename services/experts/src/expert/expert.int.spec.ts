import { aUscc, actor, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, anExpert, api, experts, themselves } from '../../test/experts';
import type { ExpertBody, ProblemBody } from '../../test/experts';
import { migrations } from '../data-source';

interface Page {
  readonly items: readonly ExpertBody[];
  readonly next?: string;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService(experts, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate expert'));

const post = (path: string, body: unknown, as = administrator) =>
  service.http.post<ExpertBody & ProblemBody>(`${api}/experts${path}`, body, { as });
const list = async (query: string, as = administrator) =>
  (await service.http.get<Page>(`${api}/experts${query}`, { as })).body;

describe('an expert', () => {
  it('is entered by an administrator of the area, and works Monday to Friday unless told', async () => {
    const { status, body } = await post('', anExpert({ weekdays: undefined }));
    expect([status, body.active, body.weekdays]).toEqual([201, true, [1, 2, 3, 4, 5]]);
    expect((await post('', anExpert(), actor('administrator', { areas: ['110000'] }))).status).toBe(403);
    expect((await post('', anExpert(), actor('clerk'))).status).toBe(403);
  });

  it('is refused for wrong fields, each by pointer', async () => {
    const wrong = {
      weekdays: [0, 8],
      skills: [],
      conflicts: ['123456789012345678'],
      absences: [{ from: '2026-02-30', to: '2026-03-01' }],
    };
    const { status, body } = await post('', anExpert({ ...wrong, longitude: null }));
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/absences/0/from',
      '/conflicts',
      '/longitude',
      '/skills',
      '/weekdays',
    ]);
  });

  it('keeps their own profile, on the version that was seen', async () => {
    const { body } = await post('', anExpert());
    const patch = (as: typeof administrator, changes: object = { conflicts: [aUscc()] }) =>
      service.http.patch<ProblemBody>(`${api}/experts/${body.id}`, changes, { as, headers: { 'if-match': '"1"' } });
    expect((await patch(themselves('0193a000-0000-7000-8000-000000000001'))).status).toBe(404);
    expect((await patch(themselves(body.id), { absences: [{ from: '2026-12-02', to: '2026-12-01' }] })).body.type).toBe(
      'urn:qi:problem:expert/absence-ends-before-start',
    );
    expect((await patch(themselves(body.id))).status).toBe(200);
    expect((await patch(administrator)).status).toBe(412);
  });

  it('pauses with a reason and comes back', async () => {
    const { body } = await post('', anExpert());
    const themself = themselves(body.id);
    expect((await post(`/${body.id}/pause`, { reason: '休假' }, themself)).body).toMatchObject({
      active: false,
      pauseReason: '休假',
    });
    expect((await post(`/${body.id}/pause`, { reason: '休假' }, themself)).status).toBe(409);
    expect((await post(`/${body.id}/resume`, {}, themself)).body.active).toBe(true);
  });
});

describe('the library', () => {
  it('is searched by skill and shown to each in their scope', async () => {
    const { body: first } = await post('', anExpert());
    await post('', anExpert({ skills: ['六西格玛'], areaCode: '330702' }));
    const skill = new URLSearchParams({ skill: ' 质量 诊断' }).toString();
    expect((await list(`?${skill}`, actor('clerk'))).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await list('', themselves(first.id))).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await list('', actor('administrator', { areas: ['330700'] }))).items).toHaveLength(1);
    expect((await list('?active=false')).items).toEqual([]);
    expect((await list('', actor('applicant'))).items).toEqual([]);
  });

  it('is paged', async () => {
    for (let count = 0; count < 3; count += 1) await post('', anExpert());
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&after=${first.next ?? ''}`);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  });
});
