import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Actor } from '@qi/platform';
import { actor, expectNoOpenTransaction, type TestService } from '@qi/testing';
import * as sample from '../../test/sample-files';
import { aFirm, aPerson, base, clerk, startWindow } from '../../test/window';
import { MAX_BYTES } from './attachment';
import type { AttachmentPage, AttachmentResponse } from './attachment.dto';
import { Attachments } from './attachment.service';
import { DiskStore } from './disk.store';

interface Problem {
  type: string;
  detail: string;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('attachments', () => {
  let window: TestService;
  const owner = aPerson();
  let enterpriseId: string;
  const path = `${base}/attachments`;
  beforeAll(async () => {
    window = await startWindow();
    enterpriseId = (await window.http.post<{ id: string }>(`${base}/enterprises`, aFirm(), { as: owner })).body.id;
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const form = (name: string, bytes: Buffer, fields: Record<string, string> = { enterpriseId }) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.set(field, value);
    data.set('file', new File([new Uint8Array(bytes)], name));
    return data;
  };
  const add = <T = AttachmentResponse>(name: string, bytes: Buffer, as: Actor = owner) =>
    window.http.post<T>(path, form(name, bytes), { as });
  const count = async () =>
    (await window.dataSource.query<{ n: number }[]>('select count(*)::int as n from attachment'))[0]?.n;

  it('keep name, type by content and digest, and give the same bytes back', async () => {
    const bytes = sample.docx();
    const { status, body } = await add('委托合同 (终稿).docx', bytes);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      fileName: '委托合同 (终稿).docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      size: bytes.length,
      sha256: sha256(bytes),
      uploadedBy: { sub: owner.sub },
    });
    const token = await window.token(owner);
    const got = await fetch(`${window.url}${path}/${body.id}/content`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(sha256(Buffer.from(await got.arrayBuffer()))).toBe(body.sha256);
    expect(got.headers.get('content-type')).toBe(body.mediaType);
    expect(got.headers.get('content-length')).toBe(String(bytes.length));
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''%E5%A7%94%E6%89%98%E5%90%88%E5%90%8C%20%28%E7%BB%88%E7%A8%BF%29.docx",
    );
  });

  it('take exactly ten megabytes and not one byte more', async () => {
    const of = (size: number) => {
      const body = sample.pdf();
      return Buffer.concat([body.subarray(0, 9), Buffer.alloc(size - body.length, 0x20), body.subarray(9)]);
    };
    expect((await add('big.pdf', of(MAX_BYTES))).status).toBe(201);
    const before = await count();
    const { status, body } = await add<Problem>('bigger.pdf', of(MAX_BYTES + 1));
    expect(status).toBe(413);
    expect(body.type).toBe('urn:qi:problem:attachment/too-large');
    expect(await count()).toBe(before);
  });

  it.each([
    ['a program with the name of a PDF', 'contract.pdf', sample.program(), 'attachment/type-not-allowed'],
    ['a picture with the name of a PDF', 'contract.pdf', sample.png(), 'attachment/false-type'],
    ['nothing', 'contract.pdf', Buffer.alloc(0), 'attachment/empty'],
  ])('refuse %s', async (_, name, bytes, code) => {
    const before = await count();
    const { status, body } = await add<Problem>(name, bytes);
    expect({ status, type: body.type }).toEqual({ status: 422, type: `urn:qi:problem:${code}` });
    expect(await count()).toBe(before);
  });

  it('refuse a form without the file, with another file, with unknown fields, and no form at all', async () => {
    const without = new FormData();
    without.set('enterpriseId', enterpriseId);
    expect((await window.http.post<Problem>(path, without, { as: owner })).body.type).toMatch(/attachment\/missing$/);
    const two = form('a.pdf', sample.pdf());
    two.append('other', new File(['x'], 'b.pdf'));
    expect((await window.http.post(path, two, { as: owner })).status).toBe(400);
    const more = form('a.pdf', sample.pdf(), { enterpriseId, colour: 'red' });
    expect((await window.http.post(path, more, { as: owner })).status).toBe(400);
    expect((await window.http.post(path, { enterpriseId }, { as: owner })).status).toBe(422);
  });

  it('refuse a form that breaks off', async () => {
    const { status } = await window.http.call('POST', path, '--x\r\nContent-Disposition: form-data; name="file"', {
      as: owner,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(status).toBe(400);
  });

  it('are hidden with the firm they belong to', async () => {
    const { id } = (await add('a.pdf', sample.pdf('hidden'))).body;
    for (const as of [aPerson(), actor('applicant'), actor('clerk', { areas: ['330424'] })]) {
      expect((await window.http.get(`${path}/${id}`, { as })).status).toBe(404);
      expect((await window.http.get(`${path}/${id}/content`, { as })).status).toBe(404);
      expect((await window.http.get(`${path}?enterpriseId=${enterpriseId}`, { as })).status).toBe(404);
      expect((await add('a.pdf', sample.pdf(), as)).status).toBe(404);
    }
    expect((await window.http.get(`${path}/${id}`)).status).toBe(401);
    expect((await window.http.get(`${path}/${id}`, { as: clerk })).status).toBe(200);
  });

  it('are listed by firm, in pages', async () => {
    const firm = (await window.http.post<{ id: string }>(`${base}/enterprises`, aFirm(), { as: owner })).body.id;
    for (const n of [1, 2, 3]) {
      await window.http.post(path, form(`${n}.pdf`, sample.pdf(String(n)), { enterpriseId: firm }), { as: owner });
    }
    const list = async (query: string) =>
      (await window.http.get<AttachmentPage>(`${path}?enterpriseId=${firm}&${query}`, { as: owner })).body;
    const first = await list('limit=2');
    const rest = await list(`limit=2&after=${first.next ?? ''}`);
    expect([...first.items, ...rest.items].map(({ fileName }) => fileName)).toEqual(['1.pdf', '2.pdf', '3.pdf']);
  });

  it('keep the same bytes once, under two names', async () => {
    const [a, b] = await Promise.all([add('a.pdf', sample.pdf('same')), add('b.pdf', sample.pdf('same'))]);
    expect(a.body.sha256).toBe(b.body.sha256);
    expect(a.body.id).not.toBe(b.body.id);
  });

  it('are usable in requests of their own firm only', async () => {
    const { id } = (await add('a.pdf', sample.pdf('used'))).body;
    const { manager } = window.dataSource;
    const attachments = window.app.get(Attachments);
    const stranger = '0193a000-0000-7000-8000-000000000000';
    await attachments.assertUsable([id], enterpriseId, manager);
    const refused = attachments.assertUsable([id, stranger], enterpriseId, manager);
    await expect(refused).rejects.toMatchObject({ code: 'attachment/unknown-ids', details: { ids: [stranger] } });
    await expect(attachments.assertUsable([id], stranger, manager)).rejects.toMatchObject({ details: { ids: [id] } });
  });
});

describe('DiskStore', () => {
  let folder: string;
  let store: DiskStore;
  const bytes = Buffer.from('content');
  const name = sha256(bytes);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qi-store-'));
    store = new DiskStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes whole files only, and leaves no draft behind', async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.put(name, bytes)));
    expect(await readdir(join(folder, name.slice(0, 2)))).toEqual([name]);
    expect(await text(await store.open(name))).toBe('content');
  });

  it('replaces a file that was cut off', async () => {
    await store.put(name, bytes);
    const path = join(folder, name.slice(0, 2), name);
    await writeFile(path, 'con');
    await store.put(name, bytes);
    expect(await readFile(path, 'utf8')).toBe('content');
  });

  it('opens nothing outside its folder', async () => {
    await expect(store.open('../../etc/passwd')).rejects.toThrow('not a sha256');
    await expect(store.open('0'.repeat(64))).rejects.toThrow('ENOENT');
  });
});
