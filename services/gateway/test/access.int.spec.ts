import type { Actor } from '@qi/platform';
import { accessWalk, type Answer, type CallOptions } from '@qi/testing';
import type { Browser } from './browser';
import { gatewayStage, type Stage } from './stage';

let stage: Stage;
let before: Promise<unknown> = Promise.resolve();
const members = new Set<string>();

beforeAll(async () => {
  stage = await gatewayStage();
});
afterAll(() => stage.close());

/** One after another: the provider signs in whoever it was last told to. */
function browserOf(as: Actor | undefined): Promise<Browser> {
  if (!as) return Promise.resolve(stage.browser());
  const { kind, id } = as.org ?? { kind: 'administration', id: '' };
  const member = { organisationKind: kind, ...(id ? { organisationId: id } : {}), roles: [...as.roles] };
  const browser = before.then(async () => {
    if (!members.has(as.sub)) await stage.member(as.sub, { ...member, areas: [...as.areas] });
    members.add(as.sub);
    return stage.signedIn(as.sub);
  });
  before = browser;
  return browser;
}

/** Signed in anew for each call, since one of them signs out; a stream of events is not waited for. */
async function call<T>(method: string, path: string, body?: unknown, { as }: CallOptions = {}): Promise<Answer<T>> {
  const answer = await (await browserOf(as)).send(method, path, body, { 'if-match': '"1"' });
  const { status, headers } = answer;
  const json = /json/.test(headers.get('content-type') ?? '');
  if (!json) await answer.body?.cancel();
  return { status, headers, body: (json ? await answer.json() : undefined) as T };
}

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk({ http: { call } }, 'gateway', [])).toEqual([]);
}, 300_000);
