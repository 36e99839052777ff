import type { Browser, BrowserContext, Page } from 'playwright-core';
import { reader, signIn, wide } from './browser';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
interface Session {
  readonly csrf: string;
  readonly acting: { readonly organisation: { readonly kind: string; readonly id: string } };
}
interface Made {
  readonly id: string;
  readonly version: number;
}
interface Listed {
  readonly items: { readonly id: string; readonly providerName?: string; readonly uscc?: string }[];
}

type Body = NonNullable<Parameters<Page['request']['post']>[1]>;
type Form = Exclude<NonNullable<Body['multipart']>, FormData>;

/** A person of the demo who calls the services as the portal does, from a session of its own. */
class Caller {
  constructor(private readonly page: Page) {}

  async session(): Promise<Session> {
    return (await (await this.page.request.get('/session')).json()) as Session;
  }

  async get<T = Listed>(path: string): Promise<T> {
    return (await (await this.page.request.get(`/api/${path}`)).json()) as T;
  }

  async post<T = Made>(path: string, data: object = {}, version?: number): Promise<T> {
    return this.send(path, { data }, version === undefined ? {} : { 'if-match': `"${version}"` });
  }

  /** A form with a file. */
  upload<T = Made>(path: string, multipart: Form): Promise<T> {
    return this.send(path, { multipart });
  }

  private async send<T>(path: string, body: Body, more: Record<string, string> = {}): Promise<T> {
    const headers = { 'x-csrf-token': (await this.session()).csrf, ...more };
    const answer = await this.page.request.post(`/api/${path}`, { ...body, headers });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

const requests = 'service-requests/v1/service-requests';
const testOf = (standard: string) => ({
  key: '1',
  itemCode: 'testing-childrens-vehicle',
  answers: { model: 'SL-2026' },
  demand: { object: '儿童三轮车', tests: [{ parameter: '稳定性', methodStandard: standard }], place: 'laboratory' },
});

/** Something for everybody to see: a problem at the counter, a test that is offered and one that nobody may do, a draft. */
export class Stage {
  readonly ids = new Map<string, string>();
  readonly states = new Map<string, State>();
  private readonly browser: Browser;
  private readonly url: string;

  constructor(browser: Browser, url: string) {
    this.browser = browser;
    this.url = url;
  }

  /** Signed in once; every look of a page begins from there. */
  async signedIn(account: string): Promise<Caller> {
    const context = await reader(this.browser, this.url, wide);
    const page = await signIn(context, account);
    this.states.set(account, await context.storageState());
    return new Caller(page);
  }

  async set(): Promise<void> {
    const firm = await this.signedIn('applicant');
    const clerk = await this.signedIn('clerk');
    const platformId = (await firm.get('service-requests/v1/platforms')).items[0]!.id;
    const submit = async (content: object) => {
      const { id, version } = await firm.post(requests, { platformId, ...content });
      await firm.post(`${requests}/${id}/submit`, {}, version);
      return id;
    };
    const closed = (await firm.get(`${requests}?status=closed`)).items[0]!.id;
    this.ids.set(':request', closed);
    this.ids.set(':draft', (await firm.post(`${requests}/${closed}/copy`)).id);
    this.ids.set(':problem', await submit({ title: '三轮车总翻', problem: '三轮车出口被退货，说稳定性不合格。' }));
    const offered = await submit({ title: '三轮车检测', lines: [testOf('GB/T 14747-2025')] });
    const nowhere = await submit({ title: '没人能做的检测', lines: [testOf('GB 14747-2006')] });
    for (const id of [offered, nowhere]) await clerk.post(`${requests}/${id}/accept`);
    this.ids.set(':offered', offered);
    // Somebody of another organisation has looked at it.
    await clerk.get(`${requests}/${offered}`);
    const { id: enterpriseId } = (await firm.session()).acting.organisation;
    this.ids.set(':firm', enterpriseId);
    this.ids.set(':counter', (await clerk.post(requests, { platformId, enterpriseId, title: '窗口代办的检测' })).id);
    await this.laboratoryOf(offered);
    this.ids.set(':institution', (await firm.get('institutions/v1/public/institutions?limit=1')).items[0]!.id);
    this.ids.set(':number', encodeURIComponent(await numberOf(firm, closed)));
    await this.invite(firm);
    const others = ['quality-manager', 'finance', 'institute-1', 'expert-1', 'administrator', 'operator', 'auditor'];
    for (const account of others) await this.signedIn(account);
  }

  private async invite(firm: Caller): Promise<void> {
    const { acting } = await firm.session();
    const { kind: organisationKind, id: organisationId } = acting.organisation;
    const wanted = { organisationKind, organisationId, roles: ['finance'], areas: [], note: '财务同事' };
    const { link } = await firm.post<{ link: string }>('gateway/v1/invitations', wanted);
    this.ids.set(':secret', link.replace('/invite/', ''));
  }

  /** Hands in an annex and waits until it has been read. */
  private async annexOf(laboratory: Caller): Promise<void> {
    const { id: holder } = (await laboratory.session()).acting.organisation;
    const { id } = await laboratory.upload(`institutions/v1/institutions/${holder}/annexes`, {
      file: { name: '附表.csv', mimeType: 'text/csv', buffer: Buffer.from(annex) },
      ...{ scheme: 'CMA', certNo: '251100010001', validFrom: '2026-01-01', validTo: '2030-12-31' },
    });
    this.ids.set(':annex', id);
    const status = async () => (await laboratory.get<{ status: string }>(`institutions/v1/annexes/${id}`)).status;
    while ((await status()) === 'reading');
  }

  /** Signs in, as `laboratory`, whoever was asked to do the test. */
  private async laboratoryOf(requestId: string): Promise<void> {
    for (const account of ['laboratory-2', 'laboratory-3', 'laboratory-4', 'laboratory-5']) {
      const laboratory = await this.signedIn(account);
      const { items } = await laboratory.get(`institutions/v1/jobs?requestId=${requestId}`);
      if (!items[0]) continue;
      this.ids.set(':job', items[0].id);
      this.states.set('laboratory', this.states.get(account)!);
      await this.annexOf(laboratory);
      return;
    }
    throw new Error('no laboratory was asked');
  }
}

/** The annex of a certificate as laboratories publish it; its second line has a fault. */
const annex = `序号,产品/项目编号,类别,产品/项目/参数,标准(方法)名称,标准号,限制范围
1,P1,儿童三轮车,稳定性,儿童三轮车,GB/T 14747-2025,无
2,P2,儿童三轮车,锐边,儿童三轮车,暂无,
`;

interface Delivered {
  readonly tasks: { readonly deliverables: { readonly number: string }[] }[];
}

async function numberOf(firm: Caller, requestId: string): Promise<string> {
  const { tasks } = await firm.get<Delivered>(`${requests}/${requestId}`);
  return tasks[0]!.deliverables[0]!.number;
}
