/** Registers, loads and demands of any kind, small enough to judge everybody twice: over numbers, and by the gates themselves. */
import {
  NO_LOAD,
  defaultPolicy,
  onTimeRateOf,
  ratingOf,
  route,
  rulesOf,
  standardCurrency,
  standardInForce,
  trimScope,
} from '@qi/provider';
import type { Candidate, Deciding, ProviderLoad, RoutingInput, StandardFact } from '@qi/provider';
import { routingDemandOf } from '@qi/provider';
import { newId } from '@qi/kernel';
import { aTaskOpened } from '@qi/testing';
import fc from 'fast-check';
import { Thesaurus } from '../src/synonym/thesaurus';
import { candidatesOf } from '../src/candidates/candidate';
import { coveredNames } from '../src/candidates/covered-names';
import { demandKeys } from '../src/candidates/demand-keys';
import { Field } from '../src/candidates/field';
import { institutionGates } from '../src/candidates/gates';
import { LoadsNow } from '../src/candidates/loads-now.queries';
import { RegisterColumns, dayNumber } from '../src/candidates/register-columns';
import { Scratch } from '../src/candidates/scratch';
import { eachLine } from '../src/candidates/register-image';
import type { HeldLine, ImageTerm, RegisterImage } from '../src/candidates/register-image';

export const rules = rulesOf({ gates: institutionGates, trimFacts: trimScope });
export const scratch = new Scratch();
const thesaurus = new Thesaurus([
  { kind: 'object', nameKey: '儿童三轮车', otherKey: '婴儿车', relation: 'broader' },
  { kind: 'parameter', nameKey: '锐边', otherKey: '稳定性', relation: 'same' },
]);

const standards: StandardFact[] = [
  std('GB 14747-2006', { endsOn: '2026-10-31', successors: ['GB/T 14747-2025', 'GB 46517-2025'] }),
  std('GB/T 14747-2025', { inForceFrom: '2026-11-01' }),
  std('GB 46517-2025', { inForceFrom: '2026-11-01' }),
];

function std(number: string, given: Partial<StandardFact>): StandardFact {
  const family = number.replace(/-\d{4}$/, '');
  return { number, family, title: { zh: '', en: '' }, mandatory: false, successors: [], ...given };
}

const objects = ['儿童三轮车', '婴儿车'];
const parameters = ['稳定性', '锐边', '全部参数', '稳 定性'];
const methods = ['GB/T 14747-2025', 'GB 14747-2006', 'GB/T 14747', 'GB 46517-2025'];
const clauses = ['GB/T 14747-2025 4.7', 'GB/T 14747-2025 4.7.1,6'];
const keys = objects
  .flatMap((objectKey) =>
    parameters.flatMap((parameter) => methods.map((standard) => ({ objectKey, parameter, standard }))),
  )
  .map((key, n) => ({ ...key, id: n + 1, family: key.standard.replace(/-\d{4}$/, '') }));

const term = fc.record({
  site: fc.nat(2),
  scheme: fc.constantFrom('CMA' as const, 'CNAS' as const),
  status: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const, 'expired' as const),
  from: fc.constantFrom('2026-01-01', '2026-12-02'),
  to: fc.constantFrom('2026-11-30', '2026-12-01', '2031-12-31'),
  limit: fc.constantFrom(null, null, '无', '只用第二法'),
  clauses: fc.constantFrom(null, null, ['4.7'], ['4.7', '5']),
  equipment: fc.constantFrom(null, undefined, '2026-11-30', '2026-12-01'),
});
const firm = aTaskOpened().enterprise;
export const institution = fc.record({
  terms: fc.array(term, { minLength: 1, maxLength: 4 }),
  lines: fc.array(fc.tuple(fc.integer({ min: 1, max: keys.length }), fc.nat(3)), { minLength: 1, maxLength: 6 }),
  open: fc.tuple(fc.boolean(), fc.boolean()),
  status: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const),
  elements: fc.constantFrom(['testing' as const], ['certification' as const]),
  areasServed: fc.constantFrom([], ['330482'], ['110000']),
  capacityPerWeek: fc.integer({ min: 0, max: 3 }),
  closedDates: fc.constantFrom([], ['2026-12-01']),
  conflicts: fc.constantFrom([], [firm.uscc], ['nobody']),
  longitude: fc.option(fc.constantFrom(120.1, 121.5), { nil: undefined }),
  load: fc.option(
    fc.record({
      openJobs: fc.nat(12),
      completed: fc.nat(9),
      onTime: fc.nat(4),
      starSum: fc.nat(20),
      starCount: fc.nat(4),
    }),
    { nil: undefined },
  ),
});

type Drawn = typeof institution extends fc.Arbitrary<infer T> ? T : never;

export interface World {
  readonly images: readonly RegisterImage[];
  readonly loads: ReadonlyMap<string, ProviderLoad>;
}

export function worldOf(drawn: readonly Drawn[]): World {
  const loads = new Map<string, ProviderLoad>();
  const images = drawn.map(({ terms, lines, open, longitude, load, ...facts }, n): RegisterImage => {
    const institutionId = newId();
    if (load) loads.set(institutionId, load);
    const ids = [newId(), newId(), newId()];
    const place = longitude === undefined ? {} : { longitude, latitude: 30.7 };
    // The third site has been struck from the list while its lines still stand.
    const sites = open.map((isOpen, at) => ({
      id: ids[at] ?? '',
      name: '',
      areaCode: '330400',
      open: isOpen,
      ...place,
    }));
    return {
      ...{ institutionId, epoch: '1' },
      facts: { ...facts, name: `机构 ${n}`, statusReason: null, sites },
      terms: terms.map((one): ImageTerm => [
        ids[one.site] ?? '',
        one.scheme,
        one.status,
        null,
        one.from,
        one.to,
        one.limit,
        one.clauses,
        one.equipment,
      ]),
      lines: Buffer.concat(lines.map(([key, at]) => lineOf(key, at % terms.length))),
    };
  });
  return { images, loads };
}

function lineOf(key: number, place: number): Buffer {
  const line = Buffer.alloc(6);
  line.writeInt32BE(key);
  line.writeInt16BE(place, 4);
  return line;
}

export const world = fc.array(institution, { maxLength: 14 }).map(worldOf);
export const asked = fc
  .record({
    object: fc.constantFrom('儿童三轮车', '儿童 三轮车'),
    tests: fc.array(
      fc.record({
        parameter: fc.constantFrom('稳定性', '锐边', '无人检测'),
        methodStandard: fc.constantFrom(...methods, ...clauses, 'GB/T 14747', 'GB/T 1-2020', '暂无'),
      }),
      { maxLength: 3 },
    ),
    schemes: fc.constantFrom([], ['CMA' as const], ['CMA' as const, 'CNAS' as const]),
    subcontracting: fc.boolean(),
    preferring: fc.boolean(),
    excluding: fc.boolean(),
    dispatching: fc.boolean(),
  })
  .map((given) => given);

export type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

export function decidingOf(given: Asked, { images }: World): Deciding {
  const ids = images.map(({ institutionId }) => institutionId);
  const some = (yes: boolean, at: number) => (yes ? ids.slice(at, at + 1) : []);
  const base = aTaskOpened();
  const { object, tests, schemes } = given;
  const [named] = some(given.dispatching, 2);
  const task = {
    ...base,
    enterprise: firm,
    demand: { ...base.demand, object, tests, schemes: [...schemes], plannedDate: '2026-12-01' },
    consents: { ...base.consents, subcontracting: given.subcontracting },
    excluded: some(given.excluding, 0),
    preferred: some(given.preferring, 1),
    ...(named && { dispatchedTo: { providerId: named, by: { sub: 'c', name: '窗口' }, reason: '就近' } }),
  };
  return { task, demand: routingDemandOf(task, []), asOf: '2026-11-23', standards, policy: defaultPolicy };
}

export function columnsOf({ images, loads }: World): RegisterColumns {
  const columns = new RegisterColumns();
  for (const key of keys) columns.keys.add(key);
  for (const [id, load] of loads) columns.setLoad(id, load);
  columns.gather(images);
  columns.settle();
  return columns;
}

export function byNumbers(columns: RegisterColumns, deciding: Deciding) {
  const { demand, policy, asOf } = deciding;
  const context = { asOf, policy, standards: standardCurrency(standards) };
  const loads = new LoadsNow({ columns, own: new Map() }, new Map());
  const question = {
    ...{
      demand,
      policy,
      rules,
      context,
      ...demandKeys(deciding, columns.keys, thesaurus),
      ...loads.of(demand.requestId),
    },
    plannedDay: dayNumber(demand.demand.plannedDate),
    standardInForce: standardInForce.judge(demand, {} as Candidate, context).pass,
  };
  const { institutions: _, totals, ...found } = new Field(question, columns, scratch).decide();
  const named = (site: number) => `${columns.ids[columns.institutionOf[site] ?? 0]}/${columns.siteIds[site]}`;
  return {
    ...found,
    order: found.order.map(named),
    totals,
    misses: found.misses.map(named),
    shared: found.shared.map(({ site, ...rest }) => ({ ...rest, key: named(site) })),
  };
}

/** From the image itself, not from the columns that are put to the test. */
function linesIn({ lines }: RegisterImage, asked: ReadonlySet<number>): HeldLine[] {
  const found: HeldLine[] = [];
  eachLine(lines, (key, term) => asked.has(key) && found.push([key, term]));
  return found;
}

export function byFacts(columns: RegisterColumns, { images, loads }: World, { task, ...known }: Deciding) {
  const wanted = {
    ...{ element: task.element, plannedDate: task.demand.plannedDate },
    namesOf: coveredNames(task.demand, thesaurus),
  };
  const asked = new Set(demandKeys(known, columns.keys, thesaurus).objectKeys);
  const candidates = images
    .flatMap((image) => candidatesOf(image, linesIn(image, asked), columns.keys, wanted))
    .map((candidate): Candidate => {
      const load = loads.get(candidate.providerId) ?? NO_LOAD;
      const [onTimeRate, rating] = [onTimeRateOf(load), ratingOf(load)];
      return {
        ...candidate,
        openJobs: load.openJobs,
        ...(onTimeRate !== undefined && { onTimeRate }),
        ...(rating !== undefined && { rating }),
      };
    });
  const inputs: RoutingInput = { ...known, candidates };
  return route(inputs, rules);
}
