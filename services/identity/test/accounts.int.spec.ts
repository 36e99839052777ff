import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestService } from '@qi/testing';
import { Config } from '../src/config';
import { SERVICE_CONFIG } from '@qi/platform';
import { begin, Browser } from './browser';
import { password, person, refused, startIdentity } from './identity';

let service: TestService;
let folder: string;

beforeAll(async () => {
  service = await startIdentity();
  folder = join(service.app.get<Config>(SERVICE_CONFIG, { strict: false }).dataDir, 'mail');
});
afterAll(() => service.close());

/** The mails to an address, oldest first. */
function mailsTo(address: string): string[] {
  const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return mails.filter((mail) => mail.includes(`\nTo: ${address}\r\n`));
}

const linkIn = (mail: string | undefined): string => /https:\/\/qi\.test(\/identity\/\S+)/.exec(mail ?? '')?.[1] ?? '';

async function signIn(browser: Browser, email: string, secret: string): Promise<string> {
  const { location = '' } = await browser.get(begin().path);
  const answer = await browser.follow(await browser.post(location, { email, password: secret }));
  return answer.location ?? answer.text;
}

describe('registration', () => {
  const newcomer = { email: 'new@example.com', name: '<b>新人</b>', password: 'correct horse battery' };

  it('opens an account once the address is confirmed, by a click and not by the link alone', async () => {
    const browser = new Browser(service.url);
    const sent = await browser.post('/identity/register', newcomer);
    expect(sent.text).toContain('new@example.com');
    expect(await signIn(browser, newcomer.email, newcomer.password)).toContain(refused);

    const link = linkIn(mailsTo(newcomer.email)[0]);
    expect((await browser.get(link)).status).toBe(200);
    expect(await signIn(browser, newcomer.email, newcomer.password)).toContain(refused);
    expect((await browser.post(link, {})).text).toContain('You are registered');
    expect(await signIn(browser, newcomer.email, newcomer.password)).toMatch(/^\/auth\/callback\?code=/);

    const account = await browser.get('/identity/account');
    expect(account.text).toContain('&lt;b&gt;新人&lt;/b&gt;');
    expect(account.text).not.toContain('<b>');
    const again = await browser.post(link, {});
    expect([again.status, again.text]).toEqual([404, expect.stringContaining('cannot be used any more')]);
  });

  it('answers alike for an address that has an account, and tells only its owner', async () => {
    const [known, unknown] = await Promise.all(
      [person.email, 'nobody@example.com'].map((email) =>
        new Browser(service.url, '203.0.113.20').post('/identity/register', { ...newcomer, email }),
      ),
    );
    expect(known!.text.replace(person.email, '')).toBe(unknown!.text.replace('nobody@example.com', ''));
    expect(linkIn(mailsTo(person.email)[0])).toBe('/identity/reset');
  });

  it('names every fault at its field and keeps what was typed', async () => {
    const answer = await new Browser(service.url).post('/identity/register', {
      email: 'a@b',
      name: '"><script>',
      password: 'short',
    });
    expect(answer.status).toBe(422);
    for (const name of ['email', 'password']) expect(answer.text).toContain(`id="${name}-fault"`);
    expect(answer.text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(answer.text).not.toContain('short');
  });

  it('is asked for a few times only', async () => {
    const browser = new Browser(service.url, '203.0.113.30');
    const ask = () => browser.post('/identity/register', { ...newcomer, email: 'often@example.com' });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(mailsTo('often@example.com')).toHaveLength(3);
  });
});

describe('reset of a password', () => {
  it('works once, within the hour, and signs out everywhere', async () => {
    const [elsewhere, browser] = [new Browser(service.url), new Browser(service.url, '203.0.113.40')];
    await signIn(elsewhere, person.email, password);
    expect((await elsewhere.get('/identity/account')).status).toBe(200);

    await browser.post('/identity/reset', { email: person.email });
    const link = linkIn(mailsTo(person.email).at(-1));
    expect((await browser.post(link, { password: 'short' })).status).toBe(422);
    const next = 'a new and longer one';
    expect((await browser.post(link, { password: next })).text).toContain('Your password is changed');
    expect((await browser.post(link, { password: 'yet another one' })).status).toBe(404);

    expect((await elsewhere.get('/identity/account')).location).toMatch(/^\/auth\/login\?returnTo=/);
    expect(await signIn(browser, person.email, password)).toContain(refused);
    expect(await signIn(browser, person.email, next)).toMatch(/^\/auth\/callback\?code=/);
  });

  it('says the same of an address without account and sends nothing', async () => {
    const answer = await new Browser(service.url).post('/identity/reset', { email: 'ghost@example.com' });
    expect(answer.text).toContain('If this address has an account');
    expect(mailsTo('ghost@example.com')).toEqual([]);
  });

  it('refuses a link that is older than an hour', async () => {
    const browser = new Browser(service.url, '203.0.113.41');
    await browser.post('/identity/reset', { email: 'new@example.com' });
    const link = linkIn(mailsTo('new@example.com').at(-1));
    service.clock.advance(3600_000);
    expect((await browser.get(link)).status).toBe(404);
    service.clock.reset();
  });
});
