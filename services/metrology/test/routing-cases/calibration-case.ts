import { aUscc, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { migrations } from '../../src/data-source';
import { aCapability, administrator, anApplication, api, metrology } from '../metrology';
import type { InstituteBody } from '../metrology';

export interface Capability {
  readonly kind?: 'calibration' | 'verification';
  readonly measurand?: string;
  readonly instrumentKinds?: readonly string[];
  /** `0–300 mm`. */
  readonly range?: string;
  /** Expanded uncertainty, `0.01 mm`, with its coverage factor. */
  readonly u?: string;
  readonly k?: string;
  readonly onSite?: boolean;
  readonly legalAreas?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly site?: number;
  readonly status?: 'suspend' | 'withdraw';
}

export interface Institute {
  readonly capabilities: readonly Capability[];
  readonly sites?: number;
  readonly status?: 'suspend' | 'withdraw';
  readonly profile?: object;
}

export interface Measurement {
  readonly instrument?: string;
  readonly measurand?: string;
  readonly range?: string;
  /** Maximum permissible error in the unit of the range. */
  readonly tolerance?: string;
  readonly service?: 'calibration' | 'verification';
}

/** One row: which institutes can measure what, what is to be measured, who gets it, and what the others fail. */
export interface CalibrationCase {
  readonly is: string;
  readonly institutes: Readonly<Record<string, Institute | readonly Capability[]>>;
  readonly measure: readonly Measurement[];
  readonly more?: object;
  readonly on?: string;
  readonly gets: string | null;
  readonly fails?: Readonly<Record<string, string>>;
  readonly says?: RegExp;
}

interface Judged {
  readonly name: string;
  readonly failed: readonly { readonly gate: string; readonly code: string }[];
}

interface Explained {
  readonly words: {
    readonly reason: string;
    readonly candidates: readonly { readonly name: string; readonly rank?: number }[];
  };
  readonly record: { readonly decision: { readonly judgements: readonly Judged[] } };
}

const as = { as: administrator, headers: { 'accept-language': 'zh' } };

export function describeCases(theme: string, cases: readonly CalibrationCase[]): void {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(metrology, { migrations, kafka: false });
    service.clock.moveTo(new Date('2026-11-02T02:00:00Z'));
  }, 120_000);
  afterAll(() => service.close());
  beforeEach(() => waitFor(emptied));

  describe(theme, () => {
    it.each(cases.map((row): [string, CalibrationCase] => [row.is, row]))('%s', async (_, row) => {
      for (const [name, institute] of Object.entries(row.institutes)) await register(name, institute);
      const { words, record } = await explain(row);
      expect(words.candidates.find(({ rank }) => rank === 1)?.name ?? null).toBe(row.gets);
      expect(verdictsOf(record.decision.judgements)).toEqual(row.fails ?? {});
      if (row.says) expect(words.reason).toMatch(row.says);
    });
  });

  /** Tried again, because a timer of the row before may hold what is to be emptied. */
  async function emptied(): Promise<true> {
    await service.dataSource.query('truncate institute cascade');
    return true;
  }

  async function post<T = unknown>(path: string, body: object): Promise<T> {
    const answer = await service.http.post<T>(`${api}/${path}`, body, as);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async function register(name: string, given: Institute | readonly Capability[]): Promise<void> {
    const institute: Institute = 'capabilities' in given ? given : { capabilities: given };
    const [site] = anApplication(aUscc()).sites;
    const sites = Array.from({ length: institute.sites ?? 1 }, (__, i) => ({ ...site, name: `场所 ${i + 1}` }));
    const application = anApplication(aUscc(), { name, sites, ...institute.profile });
    const { id, sites: made } = await post<InstituteBody>('institutes', application);
    await post(`institutes/${id}/activate`, {});
    for (const capability of institute.capabilities) await enter(id, made, capability);
    if (institute.status) await post(`institutes/${id}/${institute.status}`, { reason: '监督检查' });
  }

  async function enter(instituteId: string, sites: InstituteBody['sites'], given: Capability): Promise<void> {
    const { range = '0–300 mm', u = '0.01 mm', site = 0, status, ...rest } = given;
    const { min: rangeMin, max: rangeMax, unit } = read(range);
    const [uncertainty, uncertaintyUnit] = u.split(' ');
    const row = { rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, ...rest };
    const { items } = await post<{ items: { id: string }[] }>(`institutes/${instituteId}/capabilities`, {
      capabilities: [aCapability(sites[site]?.id ?? '', row)],
      active: true,
    });
    if (status) await post(`capabilities/${items[0]?.id}/${status}`, { reason: '标准器失准' });
  }

  function explain({ measure, more, on = '2026-11-16' }: CalibrationCase): Promise<Explained> {
    const measurements = measure.map(({ range = '0–150 mm', ...given }) => {
      return { instrument: '游标卡尺', measurand: '长度', ...read(range), ...given };
    });
    const { demand, ...rest } = { demand: {}, ...more } as { demand: object };
    return post<Explained>('routing/explain', {
      element: 'metrology',
      areaCode: '330482',
      demand: { object: '量具', measurements, plannedDate: on, ...demand },
      ...rest,
    });
  }
}

/** `0–150 mm` as its parts; a unit may be left out for pure numbers. */
function read(range: string): { min: string; max: string; unit: string } {
  const [, min = '', max = '', unit = ''] = /^(\S+?)–(\S+)\s+(.+)$/.exec(range) ?? [];
  return { min, max, unit };
}

function verdictsOf(judgements: readonly Judged[]): Record<string, string> {
  const nearest = new Map<string, Judged['failed']>();
  for (const { name, failed } of judgements) {
    if (failed.length < (nearest.get(name)?.length ?? Infinity)) nearest.set(name, failed);
  }
  const failing = [...nearest].filter(([, failed]) => failed.length > 0);
  return Object.fromEntries(
    failing.map(([name, failed]) => [name, failed.map(({ gate, code }) => `${gate}/${code}`).join(' ')]),
  );
}
