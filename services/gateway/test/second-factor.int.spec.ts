import { newId } from '@qi/kernel';
import type { Browser } from './browser';
import { gatewayStage, SECOND_FACTOR, type Stage } from './stage';

interface SessionBody {
  acting?: { id: string };
  memberships: { id: string; locked: boolean }[];
}

describe('acting for staff', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
  });
  afterAll(() => stage.close());

  /** Signs in with a password alone; where the provider is asked for a code, it says that one was given. */
  const withPassword = (sub: string): Browser => {
    stage.provider.signsIn = { sub, name: sub, email: `${sub}@demo.test` };
    return stage.browser();
  };
  const actingOf = async (browser: Browser) => (await browser.readSession<SessionBody>()).acting?.id;
  const clerkOf = (sub: string) =>
    stage.member(sub, { organisationKind: 'platform', roles: ['clerk'], areas: ['330482'] });
  /** Follows to the provider and back; gives the addresses on the way. */
  const follow = async (browser: Browser, path: string) => {
    const begun = (await browser.get(path)).headers.get('location') ?? '';
    const back = (await browser.get(begun)).headers.get('location') ?? '';
    return {
      asked: new URL(begun).searchParams.get('acr_values'),
      end: (await browser.get(back)).headers.get('location'),
    };
  };

  it('a clerk who brought a password alone is led to a sign-in with a code, and back to where it was', async () => {
    const { id } = await clerkOf('cleo');
    const browser = withPassword('cleo');
    const next = await browser.signIn('/window?view=mine');
    expect(next).toBe(`/auth/login?actFor=${id}&returnTo=${encodeURIComponent('/window?view=mine')}`);
    expect(await actingOf(browser)).toBeUndefined();
    stage.provider.asked = { [SECOND_FACTOR]: { acr: SECOND_FACTOR } };
    expect(await follow(browser, next)).toEqual({ asked: SECOND_FACTOR, end: '/window?view=mine' });
    expect(await actingOf(browser)).toBe(id);
  });

  it('a provider that gives no second factor does not send the person round and round', async () => {
    const { id } = await clerkOf('carl');
    const browser = withPassword('carl');
    stage.provider.asked = {};
    expect((await follow(browser, `/auth/login?actFor=${id}&returnTo=/window`)).end).toBe('/window');
    expect(await actingOf(browser)).toBeUndefined();
  });

  it('without one a person acts for its firm, and is refused what it is of staff', async () => {
    const firm = await stage.member('fay', { actedAt: new Date() });
    const window = await clerkOf('fay');
    const browser = withPassword('fay');
    expect(await browser.signIn('/firm')).toBe('/firm');
    const session = await browser.readSession<SessionBody>();
    expect(session.acting?.id).toBe(firm.id);
    expect(session.memberships.map(({ id, locked }) => [id, locked])).toEqual([
      [firm.id, false],
      [window.id, true],
    ]);
    const refused = await browser.post('/session/act-for', { membershipId: window.id });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      403,
      'urn:qi:problem:membership/second-factor',
    ]);
    await browser.get('/api/standards/v1/x');
    expect(await actingOf(browser)).toBe(firm.id);
  });

  it.each([
    ['an auditor', 'administration', ['auditor'], true],
    ['a signatory', 'institution', ['tester', 'signatory'], true],
    ['a tester', 'institution', ['tester'], false],
    ['an expert', 'expert', ['expert'], false],
    ['an applicant', 'enterprise', ['applicant'], false],
  ] as const)('%s', async (sub, organisationKind, roles, locked) => {
    const { id } = await stage.member(sub, { organisationKind, roles: [...roles], organisationId: newId() });
    const browser = withPassword(sub);
    await browser.signIn();
    expect((await browser.readSession<SessionBody>()).memberships).toMatchObject([{ id, locked }]);
  });

  it('whoever becomes staff in the middle of a session acts so after the next sign-in', async () => {
    const firm = await stage.member('mia', {});
    const browser = withPassword('mia');
    await browser.signIn();
    await clerkOf('mia');
    expect(await actingOf(browser)).toBe(firm.id);
  });

  it('a membership of others, or none at all, changes nothing', async () => {
    const other = await clerkOf('olga');
    const own = await stage.member('otto', {});
    stage.provider.asked = { [SECOND_FACTOR]: { acr: SECOND_FACTOR } };
    for (const actFor of [other.id, newId(), 'x']) {
      const browser = withPassword('otto');
      expect((await follow(browser, `/auth/login?actFor=${actFor}`)).end).toBe('/');
      expect(await actingOf(browser)).toBe(own.id);
    }
  });
});

it('where the setting says so, a password is enough', async () => {
  const stage = await gatewayStage({ secondFactor: 'off' });
  const { id } = await stage.member('cleo', { organisationKind: 'platform', roles: ['clerk'], areas: ['330482'] });
  stage.provider.signsIn = { sub: 'cleo', name: 'cleo' };
  const browser = stage.browser();
  expect(await browser.signIn('/window')).toBe('/window');
  expect((await browser.readSession<SessionBody>()).acting?.id).toBe(id);
  await stage.close();
});
