import { schemes } from '@qi/contracts';
import type { Scheme } from '@qi/contracts';
import { valueAt } from './growing';
import type { RegisterColumns } from './register-columns';

/** One pair of a demand, with the keys that concern it. */
export interface AskedPair {
  /** Keys of the parameter under any edition asked about, each with whether it cites the method. */
  readonly keys: readonly { readonly key: number; readonly cites: boolean }[];
  /** Number of the method; absent where no edition can be named. */
  readonly wanted?: string;
  /** Whether a line that holds these clauses of its standard holds those asked for. */
  coversClauses(held: readonly string[]): boolean;
  /** Whether a line under this key with this limit note may be used. */
  admits(limitNote: string, key: number): boolean;
}

/** How far the lines carry a pair: the stages of `coverageOf`, then one bit for each scheme of an admitted line. */
export const PARAMETER = 1;
export const METHOD = 2;
export const VALID = 4;
export const CALIBRATED = 8;
const FIRST_SCHEME = 4;
export const ADMITTED = ((1 << schemes.length) - 1) << FIRST_SCHEME;

export function bitsOfSchemes(wanted: readonly Scheme[]): number {
  return wanted.reduce((bits, scheme) => bits | (1 << (FIRST_SCHEME + schemes.indexOf(scheme))), 0);
}

/** Whether admitted lines carry the pair under every scheme demanded. */
export function carries(bits: number, wanted: number): boolean {
  return (bits & ADMITTED) !== 0 && (bits & wanted) === wanted;
}

/** Sites that hold anything for the object, in the order in which they come, and how far each and its institution reach. */
export class Reach {
  readonly sites: number[] = [];
  readonly institutions: number[] = [];
  /** Places of the institutions of `sites`. */
  readonly placeOf: number[] = [];
  private readonly siteBits: Uint16Array;
  private readonly institutionBits: Uint16Array;

  constructor(
    private readonly columns: RegisterColumns,
    private readonly scratch: Scratch,
    objectKeys: readonly number[],
    private readonly pairs: readonly AskedPair[],
  ) {
    scratch.begin(columns);
    for (const key of objectKeys) this.meet(columns.held(key));
    this.siteBits = scratch.siteBits(this.sites.length * pairs.length);
    this.institutionBits = scratch.institutionBits(this.institutions.length * pairs.length);
  }

  ofSite(site: number, pair: number): number {
    return this.siteBits[site * this.pairs.length + pair] ?? 0;
  }

  ofInstitution(institution: number, pair: number): number {
    return this.institutionBits[institution * this.pairs.length + pair] ?? 0;
  }

  private meet(terms: Uint32Array): void {
    const { siteOf, institutionOf } = this.columns;
    const { siteAt, institutionAt } = this.scratch;
    for (const term of terms) {
      const site = siteOf[term] ?? 0;
      if (siteAt[site]) continue;
      const institution = institutionOf[site] ?? 0;
      if (!institutionAt[institution]) institutionAt[institution] = this.institutions.push(institution);
      this.placeOf.push((institutionAt[institution] ?? 1) - 1);
      siteAt[site] = this.sites.push(site);
    }
  }

  /** Reckons how far everybody reaches on a day, then gives the scratch back. */
  measure(on: number): this {
    this.pairs.forEach((pair, at) => {
      for (const { key, cites } of pair.keys) this.measureKey(key, cites, on, at);
    });
    for (const site of this.sites) this.scratch.siteAt[site] = 0;
    for (const institution of this.institutions) this.scratch.institutionAt[institution] = 0;
    return this;
  }

  private measureKey(key: number, cites: boolean, on: number, at: number): void {
    const { siteBits, institutionBits, placeOf } = this;
    const { siteOf } = this.columns;
    const { siteAt } = this.scratch;
    const width = this.pairs.length;
    for (const term of this.columns.held(key)) {
      const site = valueAt(siteAt, valueAt(siteOf, term)) - 1;
      const bits =
        cites && this.coversClauses(term, at) ? PARAMETER | METHOD | this.usable(term, key, on, at) : PARAMETER;
      const own = site * width + at;
      const all = valueAt(placeOf, site) * width + at;
      siteBits[own] = valueAt(siteBits, own) | bits;
      institutionBits[all] = valueAt(institutionBits, all) | bits;
    }
  }

  private coversClauses(term: number, at: number): boolean {
    const held = this.columns.clauses.get(term);
    return held === undefined || (this.pairs[at]?.coversClauses(held) ?? true);
  }

  /** Whether a line that cites the method may be used on the day, and under which scheme. */
  private usable(term: number, key: number, on: number, at: number): number {
    const { active, from, to, scheme, limitNotes, equipmentTo } = this.columns;
    if (active[term] !== 1 || valueAt(from, term) > on || valueAt(to, term) < on) return 0;
    if ((equipmentTo.get(term) ?? on) < on) return VALID;
    const note = limitNotes.get(term);
    if (note !== undefined && !this.pairs[at]?.admits(note, key)) return VALID | CALIBRATED;
    return VALID | CALIBRATED | (1 << (FIRST_SCHEME + valueAt(scheme, term)));
  }
}

/** Arrays that one decision after another uses; all zero in between. */
export class Scratch {
  siteAt = new Int32Array(0);
  institutionAt = new Int32Array(0);
  private forSites = new Uint16Array(0);
  private forInstitutions = new Uint16Array(0);

  begin({ siteIds, ids }: RegisterColumns): void {
    if (this.siteAt.length < siteIds.length) this.siteAt = new Int32Array(siteIds.length * 2);
    if (this.institutionAt.length < ids.length) this.institutionAt = new Int32Array(ids.length * 2);
  }

  siteBits(length: number): Uint16Array {
    if (this.forSites.length < length) this.forSites = new Uint16Array(length * 2);
    return this.forSites.subarray(0, length).fill(0);
  }

  institutionBits(length: number): Uint16Array {
    if (this.forInstitutions.length < length) this.forInstitutions = new Uint16Array(length * 2);
    return this.forInstitutions.subarray(0, length).fill(0);
  }
}
