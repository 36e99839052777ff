import { areaContains } from '@qi/kernel';
import type { ProviderLoad, RoutingDemand, RoutingPolicy } from '@qi/provider';
import { ADMITTED, CALIBRATED, METHOD, PARAMETER, VALID, bitsOfSchemes, carries } from './reach';
import type { AskedPair, Reach } from './reach';
import { bitOf } from './register-columns';
import type { RegisterColumns } from './register-columns';

/** What the gates ask of everybody in a field, decided for numbers in place of facts. */
export interface FieldAsk {
  readonly demand: RoutingDemand;
  readonly policy: RoutingPolicy;
  readonly pairs: readonly AskedPair[];
  /** The verdict of `standard-in-force`, which depends on the demand alone. */
  readonly standardInForce: boolean;
  loadOf(institution: number): ProviderLoad;
}

type Fails = (site: number, place: number, institution: number) => boolean;

/**
 * Each gate for numbers: whether the candidate of a site fails it. The same conditions as the gate of that name, which
 * has the words; a property test holds both to the same verdicts.
 */
export function failures(ask: FieldAsk, columns: RegisterColumns, reach: Reach): Record<string, Fails> {
  return { ...scopeFailures(ask, reach), ...commonFailures(ask, columns) };
}

function commonFailures({ demand, policy, loadOf }: FieldAsk, columns: RegisterColumns): Record<string, Fails> {
  const { excluded, eligibleProviders, dispatchedTo, enterprise } = demand;
  const numbersOf = (ids: readonly string[]) => new Set(ids.map((id) => columns.institutionNumber(id)));
  const out = numbersOf(excluded);
  const eligible = numbersOf(eligibleProviders);
  const named = dispatchedTo === undefined ? undefined : columns.institutionNumber(dispatchedTo);
  const element = bitOf(demand.element);
  const served = new Map<readonly string[], boolean>();
  const serves = (areas: readonly string[]) => {
    const known = served.get(areas);
    if (known !== undefined) return known;
    const found = areas.length === 0 || areas.some((outer) => areaContains(outer, enterprise.areaCode));
    served.set(areas, found);
    return found;
  };
  const practical =
    (fails: (institution: number) => boolean): Fails =>
    (_site, _place, institution) =>
      institution !== named && fails(institution);
  const own =
    (fails: (institution: number) => boolean): Fails =>
    (_site, _place, institution) =>
      fails(institution);
  return {
    'provider-active': own((one) => ((columns.offered[one] ?? 0) & element) === 0),
    'not-excluded': own((one) => out.has(one)),
    'dispatched-to': own((one) => named !== undefined && one !== named),
    'eligible-for-item': own((one) => eligibleProviders.length > 0 && !eligible.has(one)),
    'conflict-of-interest': own((one) => {
      const conflicts = columns.conflicts[one] ?? [];
      return conflicts.length > 0 && (conflicts.includes(enterprise.id) || conflicts.includes(enterprise.uscc));
    }),
    'area-served': practical((one) => !serves(columns.areasServed[one] ?? [])),
    capacity: practical((one) => loadOf(one).openJobs >= (columns.capacity[one] ?? 0) * policy.backlogWeeks),
    'open-on-date': practical((one) => columns.closedDates[one]?.includes(demand.demand.plannedDate) ?? false),
  };
}

function scopeFailures({ demand, pairs, standardInForce }: FieldAsk, reach: Reach): Record<string, Fails> {
  const wanted = bitsOfSchemes(demand.demand.schemes);
  const somePair =
    (fails: (bits: number, pair: AskedPair) => boolean): Fails =>
    (_site, place) => {
      for (let at = 0; at < pairs.length; at += 1) {
        if (fails(reach.ofInstitution(place, at), pairs[at] as AskedPair)) return true;
      }
      return false;
    };
  return {
    'standard-in-force': () => !standardInForce,
    'scope-covers-object': () => pairs.length === 0,
    'scope-covers-parameter': somePair((bits) => (bits & PARAMETER) === 0),
    'scope-covers-method-of-that-year': somePair(isOtherMethod),
    'line-valid-on-planned-date': somePair((bits) => (bits & METHOD) !== 0 && (bits & VALID) === 0),
    'equipment-in-calibration': somePair((bits) => (bits & VALID) !== 0 && (bits & CALIBRATED) === 0),
    'limit-note': somePair((bits) => (bits & CALIBRATED) !== 0 && (bits & ADMITTED) === 0),
    'scheme-present': somePair((bits) => (bits & ADMITTED) !== 0 && (bits & wanted) !== wanted),
    'site-has-all': siteHasAll(demand.consents.subcontracting, wanted, pairs.length, reach),
  };
}

/** The parameter is held, by another method only. */
export function isOtherMethod(bits: number, { wanted }: AskedPair): boolean {
  return wanted !== undefined && (bits & PARAMETER) !== 0 && (bits & METHOD) === 0;
}

function siteHasAll(subcontracting: boolean, wanted: number, width: number, reach: Reach): Fails {
  // Places of institutions of which some site has all that the institution has.
  const complete = new Set<number>();
  const has = (site: number, place: number) => {
    let any = false;
    for (let at = 0; at < width; at += 1) {
      if (!carries(reach.ofInstitution(place, at), wanted)) continue;
      any = true;
      if (!carries(reach.ofSite(site, at), wanted)) return false;
    }
    return any;
  };
  reach.sites.forEach((_, site) => {
    const place = reach.placeOf[site] ?? 0;
    if (has(site, place)) complete.add(place);
  });
  const coversNothing = (place: number) => {
    for (let at = 0; at < width; at += 1) if (carries(reach.ofInstitution(place, at), wanted)) return false;
    return true;
  };
  return (site, place) => {
    if (has(site, place) || coversNothing(place)) return false;
    return !(subcontracting && !complete.has(place));
  };
}
