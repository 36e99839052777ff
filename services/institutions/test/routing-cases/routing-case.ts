import { aUscc, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { migrations } from '../../src/data-source';
import { administrator, anApplication, api, aScopeLine, institutions } from '../institutions';
import type { InstitutionBody } from '../institutions';
import { standards } from './standards';

/** `object | parameter | method` of one line of an annex, as published; the rest where it matters. */
export type Line = string | readonly [line: string, more: LineDetails];

export interface LineDetails {
  readonly scheme?: string;
  readonly certNo?: string;
  readonly limitNote?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Index of the site; the first if absent. */
  readonly site?: number;
  /** Entered but not approved, or suspended or withdrawn afterwards. */
  readonly status?: 'proposed' | 'suspended' | 'withdrawn';
}

export interface Certificate {
  readonly scheme: string;
  readonly number: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly status?: 'suspended' | 'withdrawn';
}

export interface Laboratory {
  readonly lines: readonly Line[];
  readonly sites?: number;
  readonly profile?: object;
  readonly certificates?: readonly Certificate[];
  readonly status?: 'suspended' | 'withdrawn';
  /** Jobs already in its hands. */
  readonly openJobs?: number;
}

export interface Ask {
  readonly object?: string;
  /** `parameter × method` as the firm writes it. */
  readonly tests?: readonly string[];
  readonly on?: string;
  readonly more?: object;
  /** Names of laboratories. */
  readonly excluded?: readonly string[];
  readonly preferred?: readonly string[];
  readonly eligible?: readonly string[];
  readonly dispatchedTo?: string;
}

/** One row of the suite: what is registered, what is asked, who gets it, and what each other one fails. */
export interface RoutingCase {
  readonly is: string;
  readonly labs: Readonly<Record<string, Laboratory | readonly Line[]>>;
  readonly ask: Ask;
  /** Name of the winner; null: nobody. */
  readonly gets: string | null;
  /** `gate/code` of every gate that a laboratory fails, in order. A laboratory that is not named fails none. */
  readonly fails?: Readonly<Record<string, string>>;
  /** What the reason says, in Chinese. */
  readonly says?: RegExp;
  /** Business date on which it is registered and asked; 2026-11-02 if absent. */
  readonly registeredOn?: string;
}

interface Explained {
  readonly words: {
    readonly reason: string;
    readonly gates: readonly { readonly gate: string; readonly excluded: number }[];
    readonly candidates: readonly { readonly name: string; readonly rank?: number }[];
  };
  readonly record: { readonly decision: { readonly judgements: readonly Judged[] } };
}

interface Judged {
  readonly name: string;
  readonly failed: readonly { readonly gate: string; readonly code: string }[];
}

const TODAY = '2026-11-02';
const as = { as: administrator };
const inChinese = { ...as, headers: { 'accept-language': 'zh' } };

/** Registers each row's laboratories through the service's own door and asks it who would get the task. */
export function describeCases(theme: string, cases: readonly RoutingCase[]): void {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(institutions, { migrations, kafka: false });
    for (const standard of standards) {
      const { status } = await service.http.put(`${api}/standards`, standard, as);
      if (status !== 200) throw new Error(`${standard.number}: ${status}`);
    }
  }, 120_000);
  afterAll(() => service.close());
  beforeEach(() => waitFor(emptied));

  describe(theme, () => {
    it.each(cases.map((row): [string, RoutingCase] => [row.is, row]))('%s', async (_, row) => {
      moveTo(row.registeredOn ?? TODAY);
      const ids = new Map<string, string>();
      for (const [name, lab] of Object.entries(row.labs)) ids.set(name, await register(name, lab));
      moveTo(TODAY);
      const { words, record } = await explain(row.ask, ids);
      expect(words.candidates.find(({ rank }) => rank === 1)?.name ?? null).toBe(row.gets);
      expect(verdictsOf(record.decision.judgements)).toEqual(row.fails ?? {});
      if (row.says) expect(words.reason).toMatch(row.says);
      const excluding = new Set(words.gates.filter(({ excluded }) => excluded > 0).map(({ gate }) => gate));
      for (const gate of gatesOf(row)) expect(excluding).toContain(gate);
    });
  });

  /** Tried again, because a timer of the row before may hold what is to be emptied. */
  async function emptied(): Promise<true> {
    await service.dataSource.query('truncate institution, provider_load cascade');
    return true;
  }

  function moveTo(date: string): void {
    service.clock.moveTo(new Date(`${date}T02:00:00Z`));
  }

  async function post<T = unknown>(path: string, body: object): Promise<T> {
    const answer = await service.http.post<T>(`${api}/${path}`, body, inChinese);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async function register(name: string, lab: Laboratory | readonly Line[]): Promise<string> {
    const given: Laboratory = 'lines' in lab ? lab : { lines: lab };
    const [site] = anApplication(aUscc()).sites;
    const sites = Array.from({ length: given.sites ?? 1 }, (__, i) => ({ ...site, name: `场所 ${i + 1}` }));
    const application = anApplication(aUscc(), { name, sites, ...given.profile });
    const { id, sites: made } = await post<InstitutionBody>('institutions', application);
    await post(`institutions/${id}/activate`, {});
    for (const certificate of given.certificates ?? []) await certify(id, certificate);
    for (const line of given.lines) await enter(id, made, line);
    if (given.status) await post(`institutions/${id}/${verbs[given.status]}`, { reason: '监督检查' });
    if (given.openJobs) {
      const load = 'insert into provider_load (provider_id, open_jobs) values ($1, $2)';
      await service.dataSource.query(load, [id, given.openJobs]);
    }
    return id;
  }

  async function certify(institutionId: string, { status, ...details }: Certificate): Promise<void> {
    const certificate = { issuer: '发证机关', issuedOn: details.validFrom, ...details };
    const { id } = await post<{ id: string }>(`institutions/${institutionId}/qualifications`, certificate);
    await post(`qualifications/${id}/activate`, {});
    if (status) await post(`qualifications/${id}/${verbs[status]}`, { reason: '监督评审不合格' });
  }

  async function enter(institutionId: string, sites: InstitutionBody['sites'], line: Line): Promise<void> {
    const [text, { site = 0, status, ...more }] = typeof line === 'string' ? [line, {} as LineDetails] : line;
    const row = aScopeLine(sites[site]?.id ?? '', { ...partsOf(text), validFrom: '2020-01-01', ...more });
    const batch = { lines: [row], active: status !== 'proposed' };
    const { items } = await post<{ items: { id: string }[] }>(`institutions/${institutionId}/scope-lines`, batch);
    if (status && status !== 'proposed') {
      await post(`scope-lines/${items[0]?.id}/${verbs[status]}`, { reason: '能力验证不合格' });
    }
  }

  function explain(ask: Ask, ids: ReadonlyMap<string, string>): Promise<Explained> {
    const idsOf = (names: readonly string[] = []) => names.map((name) => ids.get(name));
    const tests = (ask.tests ?? ['稳定性 × GB/T 14747-2025']).map((test) => {
      const [parameter, methodStandard] = test.split(' × ');
      return { parameter, methodStandard };
    });
    const demand = { object: ask.object ?? '儿童三轮车', tests, plannedDate: ask.on ?? '2026-11-16' };
    const { demand: more, ...rest } = { demand: {}, ...ask.more } as { demand: object };
    return post<Explained>('routing/explain', {
      element: 'testing',
      areaCode: '330482',
      demand: { ...demand, ...more },
      excluded: idsOf(ask.excluded),
      preferred: idsOf(ask.preferred),
      eligibleProviders: idsOf(ask.eligible),
      ...(ask.dispatchedTo && { dispatchedTo: ids.get(ask.dispatchedTo) }),
      ...rest,
    });
  }
}

/** What each laboratory fails at the site that comes closest; those that pass somewhere are left out. */
function verdictsOf(judgements: readonly Judged[]): Record<string, string> {
  const nearest = new Map<string, Judged['failed']>();
  for (const { name, failed } of judgements) {
    if (failed.length < (nearest.get(name)?.length ?? Infinity)) nearest.set(name, failed);
  }
  const failing = [...nearest].filter(([, failed]) => failed.length > 0);
  return Object.fromEntries(failing.map(([name, failed]) => [name, failed.map(textOf).join(' ')]));
}

function textOf({ gate, code }: Judged['failed'][number]): string {
  return `${gate}/${code}`;
}

const verbs = { suspended: 'suspend', withdrawn: 'withdraw' } as const;

function gatesOf({ fails = {} }: RoutingCase): Set<string> {
  return new Set(Object.values(fails).flatMap((text) => text.split(' ').map((fail) => fail.split('/')[0] ?? '')));
}

/** `object | parameter | method`. */
function partsOf(text: string) {
  const [object = '', parameter = '', method = ''] = text.split('|').map((part) => part.trim());
  return { object, parameter, method };
}
