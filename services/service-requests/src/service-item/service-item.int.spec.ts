import { DataSource } from 'typeorm';
import { actor, expectNoOpenTransaction, type TestService } from '@qi/testing';
import { administrator, anItem, base, clerk, outboxOf, startWindow } from '../../test/window';
import type { ServiceItemPage, ServiceItemResponse } from './service-item.dto';
import { ServiceItems } from './service-item.service';

interface Problem {
  type: string;
  detail: string;
  fault?: string;
  errors?: { pointer: string }[];
}

describe('service items', () => {
  let window: TestService;
  const path = `${base}/service-items`;
  beforeAll(async () => {
    window = await startWindow();
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const draft = async (values = {}): Promise<ServiceItemResponse> =>
    (await window.http.post<ServiceItemResponse>(path, anItem(values), { as: administrator })).body;
  const act = <T = ServiceItemResponse>(id: string, action: string) =>
    window.http.post<T>(`${path}/${id}/${action}`, {}, { as: administrator });
  const published = async (values = {}): Promise<ServiceItemResponse> =>
    (await act((await draft(values)).id, 'publish')).body;
  const revise = <T = ServiceItemResponse>(id: string, version: number, values = {}) => {
    const { code: _, ...content } = anItem(values);
    return window.http.put<T>(`${path}/${id}`, content, {
      as: administrator,
      headers: { 'if-match': `"${version}"` },
    });
  };

  it('are drafted, revised and published, and only then shown', async () => {
    const item = await draft();
    expect(item).toMatchObject({ itemVersion: 1, status: 'draft', answerWithinDays: 2, autoAccept: false });
    expect((await window.http.get(`${path}/${item.id}`)).status).toBe(404);
    expect((await window.http.get(`${path}/${item.id}`, { as: clerk })).status).toBe(404);
    expect((await revise(item.id, 1, { promisedDays: 20 })).body).toMatchObject({ promisedDays: 20, version: 2 });
    expect((await revise(item.id, 1)).status).toBe(412);
    await act(item.id, 'publish');
    expect((await window.http.get<ServiceItemResponse>(`${path}/${item.id}`)).body).toMatchObject({
      status: 'published',
      promisedDays: 20,
    });
    const told = await outboxOf<{ itemId: string }>(window, 'service-item.published.v1');
    expect(told.filter(({ itemId }) => itemId === item.id)).toHaveLength(1);
  });

  it('never change once published: a new version is drafted and takes the old one’s place', async () => {
    const first = await published();
    const refused = await revise<Problem>(first.id, first.version);
    expect(refused.status).toBe(409);
    expect(refused.body.type).toBe('urn:qi:problem:service-item/not-draft');
    const second = (await act(first.id, 'next-version')).body;
    expect(second).toMatchObject({ code: first.code, itemVersion: 2, status: 'draft', fields: first.fields });
    expect((await act<Problem>(first.id, 'next-version')).body.type).toBe('urn:qi:problem:service-item/draft-exists');
    await act(second.id, 'publish');
    const list = await window.http.get<ServiceItemPage>(`${path}?code=${first.code}`);
    expect(list.body.items).toMatchObject([{ itemVersion: 2 }]);
    expect((await window.http.get<ServiceItemResponse>(`${path}/${first.id}`)).body.status).toBe('retired');
    const told = await outboxOf<{ code: string; version: number }>(window, 'service-item.retired.v1');
    expect(told).toContainEqual(expect.objectContaining({ code: first.code, version: 1 }));
  });

  it('have one draft and one first version per code, also when two are written at once', async () => {
    const content = anItem();
    const answers = await Promise.all([1, 2].map(() => window.http.post(path, content, { as: administrator })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = await published();
    const next = await Promise.all([1, 2].map(() => act(id, 'next-version')));
    expect(next.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('refuse fields that are no sound schema, and say why', async () => {
    const fields = { type: 'object', additionalProperties: false, properties: { a: { type: 'strin' } } };
    const { status, body } = await window.http.post<Problem>(path, anItem({ fields }), { as: administrator });
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: 'urn:qi:problem:service-item/fields-schema' });
    expect(body.fault).toMatch(/type/);
  });

  it('name every fault of a bad one', async () => {
    const bad = anItem({ element: 'cooking', promisedDays: 0, fields: 'x', documents: [{ code: 'A b' }], colour: 1 });
    const { status, body } = await window.http.post<Problem>(path, bad, { as: administrator });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '/element',
        '/promisedDays',
        '/fields',
        '/documents/0/code',
        '/documents/0/name',
        '/colour',
      ]),
    );
  });

  it('keep the order of the fields for the form', async () => {
    const properties = { zebra: { type: 'string' }, apple: { type: 'string' } };
    const item = await published({ fields: { type: 'object', additionalProperties: false, properties } });
    const { body } = await window.http.get<ServiceItemResponse>(`${path}/${item.id}`);
    expect(Object.keys(body.fields['properties'] as object)).toEqual(Object.keys(properties));
  });

  it('are found by element and words, and page', async () => {
    const element = 'brand';
    for (const zh of ['品字标认证', '品牌培育', '商标咨询']) await published({ element, name: { zh, en: 'x' } });
    const find = async (query: string) => (await window.http.get<ServiceItemPage>(`${path}?${query}`)).body;
    expect((await find(`element=brand&q=${encodeURIComponent('品')}`)).items).toHaveLength(2);
    const first = await find('element=brand&limit=2');
    expect((await find(`element=brand&limit=2&after=${first.next ?? ''}`)).items).toHaveLength(1);
    expect((await find('element=brand&status=draft')).items).toEqual([]);
  });

  it('are the administrators’', async () => {
    expect((await window.http.post(path, anItem(), { as: clerk })).status).toBe(403);
    expect((await window.http.post(path, anItem())).status).toBe(401);
    expect((await window.http.post(path, anItem(), { as: actor('applicant') })).status).toBe(403);
  });

  describe('getPublished', () => {
    const get = (code: string, version?: number) => window.app.get(ServiceItems).getPublished(code, version);

    it('answers the version on offer, and an older one when it is named', async () => {
      const first = await published();
      await act((await act(first.id, 'next-version')).body.id, 'publish');
      expect(await get(first.code)).toMatchObject({ itemVersion: 2 });
      expect(await get(first.code, 1)).toMatchObject({ itemVersion: 1, status: 'retired' });
    });

    it('tells unknown, unpublished and retired apart', async () => {
      await expect(get('no-such-item')).rejects.toMatchObject({ code: 'service-item/unknown-code' });
      const unpublished = await draft();
      await expect(get(unpublished.code)).rejects.toMatchObject({ code: 'service-item/not-published' });
      await expect(get(unpublished.code, 1)).rejects.toMatchObject({ code: 'service-item/not-published' });
      const retired = await published();
      await act(retired.id, 'retire');
      await expect(get(retired.code)).rejects.toMatchObject({ code: 'service-item/retired' });
    });

    it('reads inside the caller’s transaction', async () => {
      const item = await published();
      await window.app.get(DataSource).transaction(async (tx) => {
        await tx.query(`update service_item set status = 'retired' where id = $1`, [item.id]);
        const asked = window.app.get(ServiceItems).getPublished(item.code, undefined, tx);
        await expect(asked).rejects.toMatchObject({ code: 'service-item/retired' });
      });
    });
  });
});
