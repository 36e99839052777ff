import { JobOfferedV1, ServiceRequestReturnedV1, ServiceRequestSubmittedV1 } from '@qi/contracts';
import type { DomainEvent } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import { testBroker, testDatabase, waitFor } from '@qi/testing';
import type { Browser } from './browser';
import { gatewayStage, type Stage } from './stage';

interface NoticeBody {
  items: { id: string; words: { zh: string }; unread: boolean }[];
}

describe('notices and live events', () => {
  let stage: Stage;
  let send: (service: 'service-requests' | 'institutions', event: DomainEvent) => Promise<void>;
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    stage = await gatewayStage({}, true);
    const { brokers } = await testBroker();
    const senders = await Promise.all(
      (['service-requests', 'institutions'] as const).map(async (service) => {
        const { dataSource, close } = await testDatabase({
          ...{ name: service, entities: messagingEntities, migrations: messagingMigrations },
        });
        const { topicPrefix } = stage.service;
        const messaging = new Messaging({ service, brokers, topicPrefix, consume: false }, dataSource);
        messaging.start();
        closers.push(() => messaging.stop().then(close));
        return [
          service,
          (event: DomainEvent) => dataSource.transaction((tx) => messaging.outbox.add(tx, [event])),
        ] as const;
      }),
    );
    const ready = async () => (await stage.service.http.get('/health/ready')).status === 200;
    await waitFor(ready, { what: 'the gateway hears', timeout: 60_000 });
    const byService = new Map(senders);
    send = async (service, event) => void (await byService.get(service)?.(event));
  });
  afterAll(async () => {
    for (const close of closers) await close();
    await stage.close();
  });

  const noticesOf = async (browser: Browser): Promise<NoticeBody['items']> =>
    ((await (await browser.get('/api/gateway/v1/notices')).json()) as NoticeBody).items;
  const unreadOf = async (browser: Browser): Promise<number> =>
    ((await (await browser.get('/api/gateway/v1/notices/unread')).json()) as { unread: number }).unread;
  const at = () => new Date().toISOString();
  const by = { sub: 's', name: '企业办事员' };

  function aCase(enterpriseId: string) {
    const requestId = newId();
    const request = { requestId, requestNumber: `QI-${requestId.slice(-4)}`, enterpriseId, platformId: newId() };
    const about = { enterpriseName: '示例童车', areaCode: '330482', items: 1, channel: 'portal' };
    return {
      request,
      submitted: ServiceRequestSubmittedV1.of({ ...request, ...about, by, at: at() }),
      returned: ServiceRequestReturnedV1.of({ ...request, reasonCode: 'incomplete', by, at: at() }),
    };
  }

  it('reach the firm, the window of its area and the provider, and nobody else', async () => {
    const firm = await stage.member('firm', { organisationId: newId() });
    await stage.member('other', { organisationId: newId() });
    const office = { organisationKind: 'platform' as const, roles: ['clerk' as const] };
    await stage.member('clerk', { ...office, areas: ['330400'] });
    await stage.member('far', { ...office, areas: ['330500'] });
    const lab = await stage.member('lab', { organisationKind: 'institution', roles: ['coordinator'] });
    // One after another: the provider says yes to one person at a time.
    const people = {
      ...{ firm: await stage.signedIn('firm'), other: await stage.signedIn('other') },
      ...{ clerk: await stage.signedIn('clerk'), far: await stage.signedIn('far'), lab: await stage.signedIn('lab') },
    };
    const { request, submitted, returned } = aCase(firm.organisationId);
    await send('service-requests', submitted);
    await waitFor(async () => (await unreadOf(people.clerk)) === 1, { what: 'the clerk hears', timeout: 20_000 });
    await send('service-requests', returned);
    const job = {
      jobId: newId(),
      jobNumber: 'J-1',
      taskId: newId(),
      requestId: request.requestId,
      element: 'testing' as const,
    };
    await send(
      'institutions',
      JobOfferedV1.of({
        ...{ ...job, providerId: lab.organisationId, provider: { id: lab.organisationId, name: '甲检测' } },
        ...{ decisionId: newId(), round: 1, promisedDate: '2026-12-03', answerBy: at(), at: at() },
        reason: { zh: '近', en: 'near' },
      }),
    );
    await waitFor(async () => (await unreadOf(people.lab)) + (await unreadOf(people.firm)) === 2, { timeout: 20_000 });
    const told = async (sub: keyof typeof people) =>
      (await noticesOf(people[sub])).map(({ words }) => words.zh.slice(0, 12));
    expect(await told('clerk')).toEqual(['示例童车 提交了申请 Q']);
    expect(await told('firm')).toEqual([`申请 ${request.requestNumber} 需`]);
    expect(await told('lab')).toEqual(['新任务 J-1 派给贵单']);
    expect([await told('other'), await told('far')]).toEqual([[], []]);

    const [newest] = await noticesOf(people.firm);
    expect((await people.firm.post('/api/gateway/v1/notices/read', { upTo: newest?.id })).status).toBe(204);
    expect([await unreadOf(people.firm), (await noticesOf(people.firm))[0]?.unread]).toEqual([0, false]);
  });

  it('come as a stream, which goes on where it broke off', async () => {
    const firm = await stage.member('eve', { organisationId: newId() });
    const browser = await stage.signedIn('eve');
    const first = await stream(browser);
    const { request, submitted, returned } = aCase(firm.organisationId);
    await send('service-requests', submitted);
    await waitFor(() => first.text().includes(request.requestId), { what: 'the stream', timeout: 20_000 });
    const id = /id: (\d+)/.exec(first.text())?.[1] ?? '';
    await first.close();
    await send('service-requests', returned);
    await send('service-requests', aCase(newId()).submitted);
    const second = await stream(browser, id);
    await waitFor(() => second.text().includes('event: notice'), { what: 'what was missed', timeout: 20_000 });
    expect(second.text()).toContain('需要补正');
    expect([...second.text().matchAll(/event: changed/g)]).toHaveLength(1);
    await second.close();
  });

  it('are for nobody who is not signed in', async () => {
    expect((await stage.browser().get('/session/events')).status).toBe(401);
    expect((await stage.browser().get('/api/gateway/v1/notices')).status).toBe(401);
  });

  async function stream(browser: Browser, since?: string): Promise<{ text(): string; close(): Promise<void> }> {
    const response = await browser.get('/session/events', since ? { 'last-event-id': since } : {});
    const reader = response.body?.getReader();
    let text = '';
    const read = (async () => {
      for (;;) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return;
        text += Buffer.from(chunk.value).toString();
      }
    })();
    await waitFor(() => text.includes('retry:'), { what: 'the stream opens' });
    return {
      text: () => text,
      close: async () => {
        await reader?.cancel();
        await read;
      },
    };
  }
});
