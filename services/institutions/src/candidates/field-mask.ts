import type { ProviderLoad, RoutingDemand, RoutingPolicy } from '@qi/provider';
import {
  AREAS_SHIFT,
  CAPACITY,
  CLOSES,
  HAS_CONFLICTS,
  OFFERED,
  OPEN_JOBS,
  TRAITS,
  WIDTH,
  bitOf,
} from './institution-numbers';
import { ADMITTED, CALIBRATED, METHOD, PARAMETER, PATTERNS, VALID, bitsOfSchemes, carries } from './reach';
import type { AskedPair, Reach } from './reach';
import type { RegisterColumns } from './register-columns';

/** What the gates ask of everybody in a field, decided for numbers in place of facts. */
export interface FieldAsk {
  readonly demand: RoutingDemand;
  readonly policy: RoutingPolicy;
  readonly pairs: readonly AskedPair[];
  /** The verdict of `standard-in-force`, which depends on the demand alone. */
  readonly standardInForce: boolean;
  /** Loads that the deciding transaction alone sees, by institution. */
  readonly own: ReadonlyMap<number, ProviderLoad>;
}

/** Gates that a field knows by numbers. */
const KNOWN = [
  ...['provider-active', 'not-excluded', 'dispatched-to', 'eligible-for-item', 'conflict-of-interest', 'area-served'],
  ...['capacity', 'open-on-date', 'standard-in-force', 'scope-covers-object', 'scope-covers-parameter'],
  ...['scope-covers-method-of-that-year', 'line-valid-on-planned-date', 'equipment-in-calibration', 'limit-note'],
  ...['scheme-present', 'site-has-all'],
];

/**
 * Gates failed by the candidate of each site, a bit for each gate in the order of the rules. The same conditions as the
 * gates of those names, which have the words; a property test holds both to the same verdicts. All that asks for nothing
 * but the institution is reckoned once for it, in one loop, because a field has thousands of them. Throws when a gate
 * has no form for numbers.
 */
export function masksOf(gates: readonly string[], ask: FieldAsk, columns: RegisterColumns, reach: Reach): Int32Array {
  const unknown = gates.find((name) => !KNOWN.includes(name));
  if (unknown) throw new Error(`gate ${unknown} has no form for numbers`);
  const bit = (name: string) => (gates.includes(name) ? 1 << gates.indexOf(name) : 0);
  const ofInstitutions = institutionMasks(ask, columns, reach, bit);
  const { placeOf } = reach;
  const masks = new Int32Array(placeOf.length);
  for (let at = 0; at < masks.length; at += 1) masks[at] = ofInstitutions[placeOf[at]!]!;
  markSites(masks, ask, reach, bit('site-has-all'));
  return masks;
}

type Bit = (gate: string) => number;

function institutionMasks(ask: FieldAsk, columns: RegisterColumns, reach: Reach, bit: Bit): Int32Array {
  const { demand, policy, own } = ask;
  const { institutions } = reach;
  const { all } = columns.numbers;
  const [inactive, full, elsewhere] = [bit('provider-active'), bit('capacity'), bit('area-served')];
  const everybody = everybodysMask(ask, bit);
  const element = bitOf(demand.element);
  const served = columns.areas.serving(demand.enterprise.areaCode);
  const restrictions = restrictionsOf(ask, columns, bit);
  const wishes = wishesOf(ask, columns, bit);
  const masks = pairMasks(ask, reach, bit);
  for (let place = 0; place < masks.length; place += 1) {
    const one = institutions[place]!;
    const at = one * WIDTH;
    const traits = all[at + TRAITS]!;
    const openJobs = own.size === 0 ? all[at + OPEN_JOBS]! : (own.get(one)?.openJobs ?? all[at + OPEN_JOBS]!);
    let mask = masks[place]! | everybody;
    if ((all[at + OFFERED]! & element) === 0) mask |= inactive;
    if (openJobs >= all[at + CAPACITY]! * policy.backlogWeeks) mask |= full;
    if (served[traits >> AREAS_SHIFT] === 0) mask |= elsewhere;
    if ((traits & (CLOSES | HAS_CONFLICTS)) !== 0) mask |= restrictions(one);
    masks[place] = wishes ? wishes(one, mask) : mask;
  }
  return masks;
}

function everybodysMask({ pairs, standardInForce }: FieldAsk, bit: Bit): number {
  return (standardInForce ? 0 : bit('standard-in-force')) | (pairs.length === 0 ? bit('scope-covers-object') : 0);
}

/** Of the few institutions that close on some days or may not work for some firms. */
function restrictionsOf({ demand }: FieldAsk, columns: RegisterColumns, bit: Bit): (institution: number) => number {
  const { enterprise, demand: asked } = demand;
  const [conflict, closed] = [bit('conflict-of-interest'), bit('open-on-date')];
  return (one) => {
    const conflicts = columns.conflicts[one] ?? [];
    const barred = conflicts.includes(enterprise.id) || conflicts.includes(enterprise.uscc);
    return (barred ? conflict : 0) | (columns.closedDates[one]?.includes(asked.plannedDate) ? closed : 0);
  };
}

/** Who is left out, asked for or named by a clerk, whom what is merely practical does not bind; most demands name nobody. */
function wishesOf({ demand }: FieldAsk, columns: RegisterColumns, bit: Bit) {
  const { excluded, eligibleProviders, dispatchedTo } = demand;
  if (excluded.length === 0 && eligibleProviders.length === 0 && dispatchedTo === undefined) return undefined;
  const numbersOf = (ids: readonly string[]) => new Set(ids.map((id) => columns.institutionNumber(id)));
  const [out, eligible] = [numbersOf(excluded), numbersOf(eligibleProviders)];
  const named = dispatchedTo === undefined ? undefined : columns.institutionNumber(dispatchedTo);
  const practical = bit('area-served') | bit('capacity') | bit('open-on-date');
  return (one: number, before: number): number => {
    let mask = one === named ? before & ~practical : before;
    if (out.has(one)) mask |= bit('not-excluded');
    if (eligible.size > 0 && !eligible.has(one)) mask |= bit('eligible-for-item');
    if (named !== undefined && one !== named) mask |= bit('dispatched-to');
    return mask;
  };
}

/** Gates that fail when the institution's lines carry some pair up to a stage and not on to the next. */
function pairMasks({ demand, pairs }: FieldAsk, reach: Reach, bit: Bit): Int32Array {
  const wanted = bitsOfSchemes(demand.demand.schemes);
  const masks = new Int32Array(reach.institutions.length);
  const { institutionBits } = reach;
  const width = pairs.length;
  pairs.forEach((pair, at) => {
    const known = new Int32Array(PATTERNS).fill(-1);
    for (let place = 0; place < masks.length; place += 1) {
      const bits = institutionBits[place * width + at]!;
      if (known[bits] === -1) known[bits] = maskOfBits(bits, pair, wanted, bit);
      masks[place]! |= known[bits]!;
    }
  });
  return masks;
}

function maskOfBits(bits: number, pair: AskedPair, wanted: number, bit: Bit): number {
  const upTo = (stage: number, next: number) => (bits & stage) !== 0 && (bits & next) === 0;
  return (
    ((bits & PARAMETER) === 0 ? bit('scope-covers-parameter') : 0) |
    (isOtherMethod(bits, pair) ? bit('scope-covers-method-of-that-year') : 0) |
    (upTo(METHOD, VALID) ? bit('line-valid-on-planned-date') : 0) |
    (upTo(VALID, CALIBRATED) ? bit('equipment-in-calibration') : 0) |
    (upTo(CALIBRATED, ADMITTED) ? bit('limit-note') : 0) |
    ((bits & ADMITTED) !== 0 && (bits & wanted) !== wanted ? bit('scheme-present') : 0)
  );
}

/** The parameter is held, by another method only. */
export function isOtherMethod(bits: number, { wanted }: AskedPair): boolean {
  return wanted !== undefined && (bits & PARAMETER) !== 0 && (bits & METHOD) === 0;
}

/**
 * Marks the sites that lack something which their institution has elsewhere. With consent to subcontracting any site may
 * lead, unless some other has all by itself.
 */
function markSites(masks: Int32Array, { demand, pairs }: FieldAsk, reach: Reach, bit: number): void {
  const { placeOf, siteBits, institutionBits, institutions } = reach;
  const wanted = bitsOfSchemes(demand.demand.schemes);
  const width = pairs.length;
  const complete = new Uint8Array(institutions.length);
  const lacking: number[] = [];
  for (let site = 0; site < masks.length; site += 1) {
    const place = placeOf[site]!;
    let lacks = false;
    for (let at = 0; at < width && !lacks; at += 1) {
      lacks = carries(institutionBits[place * width + at]!, wanted) && !carries(siteBits[site * width + at]!, wanted);
    }
    if (lacks) lacking.push(site);
    else complete[place] = 1;
  }
  const { subcontracting } = demand.consents;
  for (const site of lacking) if (!subcontracting || complete[placeOf[site]!] === 1) masks[site]! |= bit;
}
