import type { TestService } from '@qi/testing';
import { actor, expectNoOpenTransaction } from '@qi/testing';
import { administrator, aPlatform, base, clerk, outboxOf, startWindow } from '../../test/window';
import type { PlatformPage, PlatformResponse } from './platform.dto';

interface Problem {
  type: string;
  legal?: string[];
  errors?: { pointer: string; message: string }[];
}

describe('platforms', () => {
  let window: TestService;
  const path = `${base}/platforms`;
  beforeAll(async () => {
    window = await startWindow();
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const plan = async (values = {}): Promise<PlatformResponse> =>
    (await window.http.post<PlatformResponse>(path, aPlatform(values), { as: administrator })).body;
  const act = <T = PlatformResponse>(id: string, action: string, body = {}, as = administrator) =>
    window.http.post<T>(`${path}/${id}/${action}`, body, { as });

  it('are planned, opened and shown to everyone, and each step is told', async () => {
    const { id } = await plan();
    expect((await act(id, 'open')).body).toMatchObject({ status: 'open', version: 2 });
    const shown = await window.http.get<PlatformResponse>(`${path}/${id}`);
    expect(shown.body).toMatchObject({ id, status: 'open', areaCodes: ['330482'], location: null });
    const told = (await outboxOf<{ platformId: string; status: string }>(window, 'platform.changed.v1')).filter(
      ({ platformId }) => platformId === id,
    );
    expect(told.map(({ status }) => status)).toEqual(['planned', 'open']);
  });

  it('are found by area and industry, from around and from within', async () => {
    const { id } = await plan({ industryCodes: ['3734'], areaCodes: ['330424', '330482'] });
    await act(id, 'open');
    const find = async (query: string) =>
      (await window.http.get<PlatformPage>(`${path}?${query}`)).body.items.map((item) => item.id);
    expect(await find('areaCode=330424')).toEqual([id]);
    expect(await find('areaCode=330000')).toContain(id);
    expect(await find('industryCode=3734')).toEqual([id]);
    expect(await find('areaCode=330482&industryCode=2456')).not.toContain(id);
    expect(await find('areaCode=320000')).toEqual([]);
    expect(await find(`q=${encodeURIComponent('%')}`)).toEqual([]);
  });

  it('page by cursor, and a cursor made by hand is refused', async () => {
    for (const phone of ['1', '2', '3']) await act((await plan({ industryCodes: ['1711'], phone })).id, 'open');
    const first = await window.http.get<PlatformPage>(`${path}?industryCode=1711&limit=2`);
    expect(first.body.items).toHaveLength(2);
    const rest = await window.http.get<PlatformPage>(`${path}?industryCode=1711&after=${first.body.next ?? ''}`);
    expect(rest.body.items).toHaveLength(1);
    expect(rest.body.next).toBeUndefined();
    expect((await window.http.get(`${path}?after=WyJ4Il0`)).status).toBe(400);
  });

  it('are merged into an open one, which requests are sent to', async () => {
    const [a, b] = [await plan(), await plan()];
    await act(a.id, 'open');
    expect((await act<Problem>(a.id, 'merge', { targetId: b.id })).body.type).toBe(
      'urn:qi:problem:platform/target-not-open',
    );
    await act(b.id, 'open');
    expect((await act(a.id, 'merge', { targetId: b.id })).body).toMatchObject({ status: 'merged', mergedIntoId: b.id });
    const again = await act<Problem>(a.id, 'open');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ type: 'urn:qi:problem:platform/illegal-transition', legal: [] });
  });

  it('do not wait for each other for ever when two are merged crosswise at once', async () => {
    const [a, b] = [await plan(), await plan()];
    await Promise.all([act(a.id, 'open'), act(b.id, 'open')]);
    const answers = await Promise.all([act(a.id, 'merge', { targetId: b.id }), act(b.id, 'merge', { targetId: a.id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are managed by administrators of all their areas only', async () => {
    const elsewhere = actor('administrator', { areas: ['330700'] });
    const { id } = await plan();
    expect((await act(id, 'open', {}, elsewhere)).status).toBe(403);
    expect((await act(id, 'open', {}, clerk)).status).toBe(403);
    expect((await window.http.post(path, aPlatform())).status).toBe(401);
    const wide = aPlatform({ areaCodes: ['330482', '330783'] });
    expect((await window.http.post(path, wide, { as: administrator })).status).toBe(403);
  });

  it('are revised at the version that was seen', async () => {
    const { id } = await plan();
    const put = (version: string | undefined, body: object) =>
      window.http.put<PlatformResponse>(`${path}/${id}`, body, {
        as: administrator,
        headers: version === undefined ? {} : { 'if-match': version },
      });
    expect((await put('"1"', aPlatform({ phone: '0573-85000000' }))).body).toMatchObject({ version: 2 });
    expect((await put('"1"', aPlatform())).status).toBe(412);
    expect((await put(undefined, aPlatform())).status).toBe(428);
    expect((await window.http.get<PlatformResponse>(`${path}/${id}`)).body.phone).toBe('0573-85000000');
  });

  it('name every fault of a bad one', async () => {
    const bad = { name: { zh: '' }, industryCodes: ['x'], areaCodes: [], location: { longitude: '1' }, extra: 1 };
    const { status, body } = await window.http.post<Problem>(path, bad, {
      as: administrator,
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual(
      [
        '/areaCodes',
        '/extra',
        '/industryCodes',
        '/location/latitude',
        '/location/longitude',
        '/name/en',
        '/name/zh',
      ].sort(),
    );
  });

  it('answer 404 for ids that name nothing', async () => {
    expect((await window.http.get(`${path}/0193a000-0000-7000-8000-000000000000`)).status).toBe(404);
    expect((await window.http.get(`${path}/none`)).status).toBe(404);
  });
});
