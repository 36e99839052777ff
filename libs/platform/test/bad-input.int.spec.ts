import { connect } from 'node:net';
import { newId } from '@qi/kernel';
import { actor, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { noteMigrations, noteService } from './note-service';

interface Problem {
  type: string;
  status: number;
  title: string;
  detail: string;
  instance: string;
  errors?: { pointer: string; message: string; in?: string }[];
  [extension: string]: unknown;
}

const clerk = actor('clerk');
const NOTES = '/api/notes/v1/notes';
const english = { as: clerk, headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' } };

describe('bad input', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
  });
  afterAll(() => service.close());

  const post = (body: unknown, options = { as: clerk, headers: {} }) =>
    service.http.post<Problem>(NOTES, body, options);
  const count = async (): Promise<unknown> =>
    (await service.dataSource.query<{ n: string }[]>('select count(*) n from note'))[0]?.n;

  it('names every fault by JSON pointer, in Chinese unless asked otherwise', async () => {
    const body = {
      title: ' ',
      uscc: '91330482MA2CY0KX1A',
      amount: 1.5,
      lines: [
        { text: 'ok', colour: 'red' },
        { text: 'x'.repeat(11), colour: 'blue', extra: 1 },
      ],
    };
    const chinese = await post(body);
    expect(chinese.status).toBe(400);
    expect(chinese.headers.get('content-type')).toMatch('application/problem+json');
    expect(chinese.headers.get('content-language')).toBe('zh');
    expect(chinese.body).toMatchObject({
      type: 'urn:qi:problem:request/invalid',
      status: 400,
      detail: '请求有 6 处错误',
    });
    expect(chinese.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/title', message: '不能为空' },
        { pointer: '/uscc', message: '第 18 位校验码不正确' },
        { pointer: '/amount', message: '须为整数' },
        { pointer: '/lines/1/text', message: '最多 10 个字符' },
        { pointer: '/lines/1/colour', message: '须为以下之一：red、green' },
        { pointer: '/lines/1/extra', message: '未知字段' },
      ]),
    );
    const same = await post(body, english);
    expect(same.body.errors).toContainEqual({ pointer: '/lines/1/text', message: 'must have at most 10 characters' });
    expect(same.body.errors).toContainEqual({ pointer: '/lines/1/extra', message: 'unknown field' });
    expect(await count()).toBe('0');
  });

  it.each([
    ['an array', []],
    ['null', null],
    ['a text', '"hello"'],
    ['nothing', undefined],
    ['a prototype key', '{"title":"a","__proto__":{"x":1}}'],
    ['lines that are no array', { title: 'a', lines: 'none' }],
    ['lines of texts', { title: 'a', lines: ['x'] }],
    ['a NUL in a text', { title: 'a\0b' }],
    ['a lone surrogate', '{"title":"\\ud800"}'],
    ['a number for a text', { title: 5 }],
    ['null for a field that may be left out', { title: 'a', uscc: null }],
    ['null for a list that may be left out', { title: 'a', lines: null }],
    ['a huge number', { title: 'a', amount: 1e300 }],
  ])('refuses %s as a body with 400', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.length).toBeGreaterThan(0);
  });

  it.each([
    ['JSON that breaks off', '{"title":', 'request/malformed'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0x74, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'request/malformed'],
    ['JSON 33 levels deep', '['.repeat(33) + ']'.repeat(33), 'request/malformed'],
    ['JSON 200,000 levels deep', '['.repeat(200_000), 'request/malformed'],
  ])('refuses %s with 400', async (_, body, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.type]).toEqual([400, `urn:qi:problem:${code}`]);
  });

  it('takes JSON 32 levels deep, and brackets within texts', async () => {
    const deep = `${'{"a":'.repeat(31)}{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"["}${'}'.repeat(31)}`;
    const answer = await service.http.post(`${NOTES}/${newId()}/echo`, deep, { as: clerk });
    expect(answer.status).toBe(200);
  });

  it('refuses a 10 MB body with 413 without reading it into memory', async () => {
    const answer = await post({ title: 'x'.repeat(10_000_000) });
    expect([answer.status, answer.body.type]).toEqual([413, 'urn:qi:problem:http/payload-too-large']);
  });

  it('refuses a body of another type with 415', async () => {
    const options = { as: clerk, headers: { 'content-type': 'text/xml' } };
    expect((await post('<note/>', options)).status).toBe(415);
    const charset = { as: clerk, headers: { 'content-type': 'application/json; charset=gbk' } };
    expect((await post('{}', charset)).status).toBe(415);
  });

  it.each([
    ['an unknown address', 'GET', '/api/notes/v1/nothing', 404],
    ['another method', 'DELETE', NOTES, 405],
    ['an id that is none', 'GET', `${NOTES}/1%27--`, 404],
    ['an id that nobody has', 'GET', `${NOTES}/${newId()}`, 404],
    ['a broken escape in the path', 'GET', `${NOTES}/%ff`, 400],
    ['a NUL in the path', 'GET', `${NOTES}/%00`, 400],
    ['a NUL in the query', 'GET', `${NOTES}?after=%00`, 400],
    ['a limit too large', 'GET', `${NOTES}?limit=1000`, 400],
    ['a limit that is no number', 'GET', `${NOTES}?limit=ten`, 400],
    ['a limit given twice', 'GET', `${NOTES}?limit=1&limit=2`, 400],
    ['an unknown query parameter', 'GET', `${NOTES}?offset=1`, 400],
    ['a forged cursor', 'GET', `${NOTES}?after=${Buffer.from('[{"a":1}]').toString('base64url')}`, 400],
  ])('answers %s with a problem', async (_, method, path, status) => {
    const answer = await service.http.call<Problem>(method, path, undefined, { as: clerk });
    expect([answer.status, answer.body.status]).toEqual([status, status]);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  it('tells faults of the query apart from those of the body', async () => {
    const answer = await service.http.get<Problem>(`${NOTES}?limit=0`, english);
    expect(answer.body.errors).toEqual([{ pointer: '/limit', message: 'must be at least 1', in: 'query' }]);
  });

  it('shows a rule’s refusal with its details, which cannot replace the problem’s own members', async () => {
    const answer = await post({ title: 'locked' }, english);
    expect(answer.body).toMatchObject({
      ...{ type: 'urn:qi:problem:note/locked', status: 409, detail: 'the note is locked: x', id: 'x' },
      title: 'In conflict with the current state',
    });
  });

  it('says nothing about an error of its own but an id', async () => {
    const answer = await post({ title: 'broken' }, english);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(answer.body.instance).toBe(`urn:qi:request:${answer.headers.get('x-request-id')}`);
  });

  it('writes nothing when the work fails half way', async () => {
    const before = await count();
    expect((await post({ title: 'late failure' })).status).toBe(500);
    expect(await count()).toBe(before);
  });

  it('survives a request that is no HTTP', async () => {
    const { hostname, port } = new URL(service.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
  });

  it('sends security headers and no trace of the framework', async () => {
    const { headers } = await service.http.get(`${NOTES}/public`);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch("default-src 'none'");
  });
});
