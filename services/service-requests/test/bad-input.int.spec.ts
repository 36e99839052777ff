import { newId } from '@qi/kernel';
import { aUscc, expectNoOpenTransaction, type TestService } from '@qi/testing';
import { contentOf, type Problem } from './bad-input';
import { aBundle, aDraft, aLine, anAccepted, aPlace, inDays, type Place } from './case';
import { pdf } from './sample-files';
import { administrator, aFirm, anItem, aPerson, base, clerk, startWindow } from './window';

/** Every request here is wrong in one way: it is answered by a problem that says how, and leaves nothing behind. */
describe('bad input', () => {
  let window: TestService;
  let place: Place;
  const requests = `${base}/service-requests`;
  beforeAll(async () => {
    window = await startWindow();
    place = await aPlace(window);
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const content = () => contentOf(window);
  const english = { 'accept-language': 'en' };
  const bundle = (values: Record<string, unknown> = {}) => aBundle(place, values);
  const oneLine = (values: Record<string, unknown>) =>
    bundle({ lines: [aLine(place.items.testing, values)], needBy: inDays(54) });
  const demand = (values: Record<string, unknown>) =>
    oneLine({ demand: { object: '儿童三轮车', tests: [], ...values } });

  describe('of a request', () => {
    it.each<[string, () => Record<string, unknown>, string[]]>([
      ['an item nobody knows', () => bundle({ lines: [aLine('no-such-item')] }), ['/lines/0/itemCode']],
      ['a version that never was', () => oneLine({ itemVersion: 9 }), ['/lines/0/itemVersion']],
      ['a need-by date in the past', () => bundle({ needBy: inDays(-1) }), ['/needBy']],
      ['a line needed by yesterday', () => oneLine({ needBy: inDays(-1) }), ['/lines/0/needBy']],
      ['a planned date in the past', () => demand({ plannedDate: inDays(-3) }), ['/lines/0/demand/plannedDate']],
      ['a date that does not exist', () => bundle({ needBy: '2027-02-30' }), ['/needBy']],
      [
        'a standard number nobody can read',
        () => demand({ tests: [{ parameter: '稳定性', methodStandard: '按国标' }] }),
        ['/lines/0/demand/tests/0/methodStandard'],
      ],
      ['a scheme that does not exist', () => demand({ schemes: ['CMA', 'XYZ'] }), ['/lines/0/demand/schemes']],
      ['a line that waits for itself', () => oneLine({ key: 'a', dependsOn: ['a'] }), ['/lines/0/dependsOn']],
      [
        'lines that wait for each other',
        () => {
          const [a, b] = [
            aLine(place.items.testing, { key: 'a', dependsOn: ['b'] }),
            aLine(place.items.metrology, { key: 'b', dependsOn: ['a'] }),
          ];
          return bundle({ lines: [a, b] });
        },
        ['/lines/0/dependsOn', '/lines/1/dependsOn'],
      ],
      ['a line that waits for none of them', () => oneLine({ dependsOn: ['ghost'] }), ['/lines/0/dependsOn/0']],
      [
        'two lines of one name',
        () => bundle({ lines: [aLine(place.items.testing), aLine(place.items.metrology)] }),
        ['/lines/1/key'],
      ],
      ['a field that is not known', () => bundle({ colour: 'red' }), ['/colour']],
      ['a field that is not known deep inside', () => demand({ colour: 'red' }), ['/lines/0/demand/colour']],
      ['a platform that is no id', () => bundle({ platformId: 'x' }), ['/platformId']],
      ['lines that are no list', () => bundle({ lines: 'x' }), ['/lines']],
      ['a NUL in a text', () => bundle({ title: 'a\0b' }), ['/title']],
      ['half a surrogate pair', () => bundle({ title: '\ud800' }), ['/title']],
    ])('%s → 400 at its place', async (_, body, pointers) => {
      const before = await content();
      const answer = await window.http.post<Problem>(requests, body(), { as: place.applicant, headers: english });
      const found = answer.body.errors?.map(({ pointer }) => pointer) ?? [];
      expect({ status: answer.status, named: pointers.some((pointer) => found.includes(pointer)) || found }).toEqual({
        status: 400,
        named: true,
      });
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      expect(await content()).toBe(before);
    });

    it('an item that was retired between draft and submission is named, and nothing is submitted', async () => {
      const { body: item } = await window.http.post<{ id: string; code: string }>(`${base}/service-items`, anItem(), {
        as: administrator,
      });
      await window.http.post(`${base}/service-items/${item.id}/publish`, undefined, { as: administrator });
      const draft = await aDraft(window, place, bundle({ lines: [aLine(item.code)] }));
      await window.http.post(`${base}/service-items/${item.id}/retire`, undefined, { as: administrator });
      const before = await content();
      const submitted = await window.http.post<Problem>(`${requests}/${draft.id}/submit`, undefined, {
        as: place.applicant,
        headers: english,
      });
      expect(submitted.status).toBe(400);
      expect(submitted.body.errors).toMatchObject([{ pointer: '/lines/0/itemCode' }]);
      expect(submitted.body.errors?.[0]?.message).toMatch(/retired/);
      expect(await content()).toBe(before);
    });

    it('answers that do not fit the fields of the item are named one by one at submission', async () => {
      const line = aLine(place.items.testing, { answers: { colour: 1 } });
      const draft = await aDraft(window, place, bundle({ lines: [line] }));
      const { status, body } = await window.http.post<Problem>(`${requests}/${draft.id}/submit`, undefined, {
        as: place.applicant,
      });
      expect(status).toBe(400);
      expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
        '/lines/0/answers/colour',
        '/lines/0/answers/model',
      ]);
    });

    it('a platform that is not open, and one that does not exist', async () => {
      const planned = await window.http.post<{ id: string }>(
        `${base}/platforms`,
        { name: { zh: '筹建', en: 'planned' }, industryCodes: ['2456'], areaCodes: ['330482'] },
        { as: administrator },
      );
      const post = (platformId: string) =>
        window.http.post<Problem>(requests, bundle({ platformId }), { as: place.applicant });
      expect((await post(planned.body.id)).body.type).toBe('urn:qi:problem:platform/not-open');
      expect((await post(newId())).status).toBe(404);
    });

    it('another firm’s attachment', async () => {
      const owner = aPerson();
      const firm = await window.http.post<{ id: string }>(`${base}/enterprises`, aFirm(), { as: owner });
      const form = new FormData();
      form.set('enterpriseId', firm.body.id);
      form.set('file', new File([new Uint8Array(pdf())], 'a.pdf'));
      const { body } = await window.http.post<{ id: string }>(`${base}/attachments`, form, { as: owner });
      const before = await content();
      const refused = await window.http.post<Problem>(requests, bundle({ attachmentIds: [body.id] }), {
        as: place.applicant,
      });
      expect({ status: refused.status, type: refused.body.type }).toEqual({
        status: 422,
        type: 'urn:qi:problem:attachment/unknown-ids',
      });
      expect(await content()).toBe(before);
    });
  });

  describe('of a body', () => {
    const send = (body: string | Uint8Array, type = 'application/json') =>
      window.http.call<Problem>('POST', requests, body, { as: place.applicant, headers: { 'content-type': type } });
    const nested = (depth: number) => `{"title":${'['.repeat(depth)}${']'.repeat(depth)}}`;

    it.each<[string, string | Uint8Array, number]>([
      ['ten megabytes of JSON', JSON.stringify({ title: 'x'.repeat(10_000_000) }), 413],
      ['a JSON that is forty levels deep', nested(40), 400],
      ['a JSON that is a hundred thousand levels deep', nested(100_000), 400],
      ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
      ['a JSON that breaks off', '{"title":', 400],
      ['a list where an object is asked', '[]', 400],
      ['a text', '"x"', 400],
      ['null', 'null', 400],
      ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}', 400],
    ])('%s', async (_, body, status) => {
      const before = await content();
      const answer = await send(body);
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ type: expect.stringMatching(/^urn:qi:problem:/) as string, status });
      expect(await content()).toBe(before);
    });

    it('another media type → 415', async () => {
      expect((await send('title=x', 'application/x-www-form-urlencoded')).status).toBe(415);
      expect((await send('<a/>', 'application/xml')).status).toBe(415);
    });

    it('is told in Chinese unless English is asked for', async () => {
      const post = async (language?: string) => {
        const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
        const { body } = await window.http.post<Problem>(`${base}/enterprises`, aFirm({ uscc: '123456789012345678' }), {
          as: aPerson(),
          headers,
        });
        return body.errors?.[0]?.message;
      };
      expect(await post()).toMatch(/组织机构代码/);
      expect(await post('fr')).toMatch(/组织机构代码/);
      expect(await post('en-GB,zh;q=0.5')).toMatch(/[a-z]{4}/);
    });
  });

  describe('of state and version', () => {
    it('a stale version → 412, none → 428, a malformed one → 400', async () => {
      const { id } = await aDraft(window, place);
      const { platformId: _, ...rest } = bundle();
      const put = (header?: string) =>
        window.http.put<Problem>(
          `${requests}/${id}`,
          { ...rest, platformId: place.platformId },
          { as: place.applicant, headers: header === undefined ? {} : { 'if-match': header } },
        );
      expect((await put('"1"')).status).toBe(200);
      const before = await content();
      const answers = [await put('"1"'), await put(), await put('1'), await put('"x"')];
      expect(answers.map(({ status }) => status)).toEqual([412, 428, 400, 400]);
      expect(await content()).toBe(before);
    });

    it('a step that the state does not allow → 409 with those that it does', async () => {
      const accepted = await anAccepted(window, place);
      const before = await content();
      for (const [action, body, as] of [
        ['submit', undefined, place.applicant],
        ['accept', undefined, clerk],
        ['return', { reasonCode: 'documents-missing' }, clerk],
        ['close', undefined, place.applicant],
      ] as const) {
        const answer = await window.http.post<Problem>(`${requests}/${accepted.id}/${action}`, body, { as });
        expect({ action, status: answer.status, legal: answer.body.legal }).toEqual({
          action,
          status: 409,
          legal: ['in-service', 'withdrawn'],
        });
      }
      expect(await content()).toBe(before);
    });

    it('one idempotency key for two bodies → 422; for one body twice → the same answer, done once', async () => {
      const key = `key-${newId()}`;
      const firm = aFirm();
      const post = (body: object) =>
        window.http.post<Problem & { id: string }>(`${base}/enterprises`, body, {
          as: clerk,
          headers: { 'idempotency-key': key },
        });
      const [first, second] = [await post(firm), await post(firm)];
      expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
      expect((await post({ ...firm, uscc: aUscc() })).status).toBe(422);
    });
  });

  describe('of a list', () => {
    it.each(['limit=0', 'limit=201', 'limit=x', 'after=x', 'after=bnVsbA', 'colour=red', 'status=unknown', 'q=%00'])(
      '%s → 400 naming the parameter',
      async (query) => {
        for (const path of ['platforms', 'service-items', 'enterprises', 'service-requests']) {
          const { status, body } = await window.http.get<Problem>(`${base}/${path}?${query}`, { as: clerk });
          expect({ path, status }).toEqual({ path, status: 400 });
          expect(body.errors).toMatchObject([{ in: 'query' }]);
        }
      },
    );
  });
});
