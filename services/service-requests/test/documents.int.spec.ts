import { newId } from '@qi/kernel';
import { actor, checkAfterEach, type TestService } from '@qi/testing';
import type { RequestResponse } from '../src/service-request/service-request.view';
import { aDraft, aLine, aPlace, made, type Place } from './case';
import { pdf } from './sample-files';
import { aFirm, base, clerk, startWindow } from './window';

let window: TestService;
let place: Place;

const asked = [
  { code: 'photos', name: { zh: '产品照片', en: 'Photos of the product' }, required: true },
  { code: 'manual', name: { zh: '说明书', en: 'Manual' }, required: false },
];

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window, { documents: asked });
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

interface Problem {
  type: string;
  errors: { pointer: string; message: string }[];
}
type Document = Record<'code' | 'attachmentId', string>;

const requests = `${base}/service-requests`;

async function aFile(enterpriseId = place.enterpriseId): Promise<string> {
  const form = new FormData();
  form.set('enterpriseId', enterpriseId);
  form.set('file', new Blob([new Uint8Array(pdf(newId()))]), 'paper.pdf');
  const as = actor('applicant', { org: { kind: 'enterprise', id: enterpriseId } });
  return made(await window.http.post<{ id: string }>(`${base}/attachments`, form, { as })).id;
}

const bodyOf = (documents: Document[]) => ({
  platformId: place.platformId,
  lines: [aLine(place.items.testing, { documents })],
});
const draftWith = (documents: Document[]) => aDraft(window, place, bodyOf(documents));
const submit = (id: string) =>
  window.http.post<Problem & RequestResponse>(`${requests}/${id}/submit`, undefined, {
    as: place.applicant,
    headers: { 'accept-language': 'en' },
  });

describe('papers that an item asks for', () => {
  it('may lack in a draft, which says so, and hinder its submission until they are there', async () => {
    const draft = await draftWith([{ code: 'manual', attachmentId: await aFile() }]);
    expect(draft.missing).toMatchObject([{ pointer: '/lines/0/documents' }]);
    const refused = await submit(draft.id);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([
      { pointer: '/lines/0/documents', message: 'a required document is missing: Photos of the product (photos)' },
    ]);
    const mended = await window.http.patch<RequestResponse>(
      `${requests}/${draft.id}`,
      { lines: bodyOf([{ code: 'photos', attachmentId: await aFile() }]).lines },
      { as: place.applicant, headers: { 'if-match': '"1"' } },
    );
    expect(made(mended).missing).toEqual([]);
    expect((await submit(draft.id)).body.status).toBe('submitted');
  });

  it('are refused under a code that the item does not know, naming those it does', async () => {
    const body = bodyOf([{ code: 'licence', attachmentId: await aFile() }]);
    const answer = await window.http.post<Problem>(requests, body, {
      as: place.applicant,
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      {
        pointer: '/lines/0/documents/0/code',
        message: 'the item asks for no document "licence"; it asks for: photos, manual',
      },
    ]);
  });

  it('are the firm’s own: a file of another firm does not exist for it', async () => {
    const other = made(await window.http.post<{ id: string }>(`${base}/enterprises`, aFirm(), { as: clerk }));
    const body = bodyOf([{ code: 'photos', attachmentId: await aFile(other.id) }]);
    const answer = await window.http.post<Problem>(requests, body, { as: place.applicant });
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:qi:problem:attachment/unknown-ids']);
  });

  it('go along with a copy', async () => {
    const draft = await draftWith([{ code: 'photos', attachmentId: await aFile() }]);
    const copy = await window.http.post<RequestResponse>(`${requests}/${draft.id}/copy`, undefined, {
      as: place.applicant,
    });
    expect(made(copy).lines[0]?.documents).toEqual(draft.lines[0]?.documents);
  });
});
