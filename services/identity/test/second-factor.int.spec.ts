import type { TestService } from '@qi/testing';
import { decodeJwt } from 'jose';
import { SECOND_FACTOR } from '../src/oidc/oidc.policy';
import { codeAt, stepAt } from '../src/second-factor/totp.hmac';
import { begin, Browser, redeem, type Begun } from './browser';
import { password, person, publicUrl, startIdentity } from './identity';

let service: TestService;

beforeAll(async () => {
  service = await startIdentity();
});
afterAll(() => service.close());

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function unbase32(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** An authenticator that has scanned the page, at the service's time. */
function authenticator(page: string): () => string {
  const secret = unbase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '');
  return () => codeAt(secret, stepAt(service.clock.now()));
}

/** Types the password; gives what identity shows next. */
async function afterPassword(browser: Browser, begun: Begun) {
  const { location = '' } = await browser.get(begun.path);
  const answer = await browser.post(location, { email: person.email, password });
  return { step: location, answer, page: await browser.follow(answer) };
}

async function claimsOf(begun: Begun, callback: string | undefined): Promise<unknown> {
  const code = new URL(callback ?? '', publicUrl).searchParams.get('code') ?? '';
  const { body } = await redeem(service.url, code, begun.verifier);
  return decodeJwt(body.id_token);
}

/** Codes count once: a new one comes with the next half minute. */
const nextCode = () => service.clock.advance(30_000);

describe('the second factor', () => {
  let code: () => string;
  let recovery: string[] = [];

  it('is set up in the middle of the first sign-in that wants it', async () => {
    const browser = new Browser(service.url);
    const begun = begin({ acr_values: SECOND_FACTOR });
    const { step, page } = await afterPassword(browser, begun);
    expect(page.text).toContain('Set up two-step sign-in');
    code = authenticator(page.text);

    expect((await browser.post(`${step}/set-up`, { code: '000000' })).status).toBe(422);
    const shown = await browser.post(`${step}/set-up`, { code: code() });
    recovery = [...shown.text.matchAll(/<li>([A-Z2-7-]{19})<\/li>/g)].map(([, found]) => found!);
    expect(recovery).toHaveLength(10);
    const back = await browser.follow(await browser.post(`${step}/go-on`, {}));
    expect(await claimsOf(begun, back.location)).toMatchObject({ acr: SECOND_FACTOR, amr: ['pwd', 'otp', 'mfa'] });
  });

  it('is asked for from then on, and a code counts once', async () => {
    const [browser, thief] = [new Browser(service.url), new Browser(service.url, '198.51.100.9')];
    nextCode();
    const [begun, stolen] = [begin(), begin()];
    const { step, page } = await afterPassword(browser, begun);
    expect(page.text).toContain('Second step');
    const used = code();
    const back = await browser.follow(await browser.post(`${step}/code`, { code: used }));
    expect(await claimsOf(begun, back.location)).toMatchObject({ acr: SECOND_FACTOR });

    const second = await afterPassword(thief, stolen);
    expect((await thief.post(`${second.step}/code`, { code: used })).status).toBe(422);
  });

  it('cannot be skipped: the password alone leads nowhere', async () => {
    const browser = new Browser(service.url);
    const { step } = await afterPassword(browser, begin());
    const resumed = await browser.get(step.replace('/sign-in/', '/oidc/auth/'));
    expect(resumed.location).toMatch(/^\/identity\/sign-in\//);
    expect((await browser.post(`${step}/go-on`, {})).location ?? '').not.toContain('code=');

    const stranger = new Browser(service.url);
    const { location = '' } = await stranger.get(begin().path);
    expect((await stranger.post(`${location}/code`, { code: code() })).location).toBe(location);
    expect((await stranger.post(`${location}/set-up`, { code: code() })).location).toBe(location);
  });

  it('a recovery code does instead, once', async () => {
    const [paper = ''] = recovery;
    const browser = new Browser(service.url);
    const { step } = await afterPassword(browser, begin());
    const typed = paper.toLowerCase().replaceAll('-', ' ');
    expect((await browser.follow(await browser.post(`${step}/code`, { code: typed }))).location).toMatch(/code=/);
    const again = await afterPassword(new Browser(service.url), begin());
    expect((await browser.post(`${again.step}/code`, { code: typed })).status).not.toBe(303);
  });

  it('guessing is stopped, kindly, and goes on later', async () => {
    const browser = new Browser(service.url);
    const { step } = await afterPassword(browser, begin());
    const guess = () => browser.post(`${step}/code`, { code: '000000' });
    for (let at = 0; at < 5; at += 1) await guess();
    nextCode();
    const right = await browser.post(`${step}/code`, { code: code() });
    expect([right.status, right.text]).toEqual([422, expect.stringContaining('Please try again in 1 minute')]);
    service.clock.advance(60_000);
    expect((await browser.follow(await browser.post(`${step}/code`, { code: code() }))).location).toMatch(/code=/);
  });

  it('a session without it is asked again when it is wanted', async () => {
    const browser = new Browser(service.url);
    await browser.post('/identity/account/second-factor/off', {});
    await service.dataSource.query('delete from second_factor');
    const { answer } = await afterPassword(browser, begin());
    await browser.follow(answer);
    expect((await browser.get(begin().path)).location).toMatch(/code=/);
    const asked = await browser.get(begin({ acr_values: SECOND_FACTOR }).path);
    expect(asked.location).toMatch(/^\/identity\/sign-in\//);
  });
});
