import { schemes } from '@qi/contracts';
import type { Scheme } from '@qi/contracts';
import type { RegisterColumns } from './register-columns';
import type { Scratch } from './scratch';
import { ACTIVE, CLAUSES, EQUIPPED, LIMITED } from './term-marks';

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
/** So many different patterns of these bits there are. */
export const PATTERNS = 1 << (FIRST_SCHEME + schemes.length);

export function bitsOfSchemes(wanted: readonly Scheme[]): number {
  return wanted.reduce((bits, scheme) => bits | (1 << (FIRST_SCHEME + schemes.indexOf(scheme))), 0);
}

/** Whether admitted lines carry the pair under every scheme demanded. */
export function carries(bits: number, wanted: number): boolean {
  return (bits & ADMITTED) !== 0 && (bits & wanted) === wanted;
}

/** Sites that hold anything for the object, in the order in which they come, and how far each and its institution reach. */
export class Reach {
  /** Numbers of the sites. */
  readonly sites: Int32Array;
  readonly institutions: Int32Array;
  /** By place in `sites`: the place of its institution in `institutions`. */
  readonly placeOf: Int32Array;
  /** By place and pair. */
  readonly siteBits: Uint16Array;
  readonly institutionBits: Uint16Array;

  constructor(
    private readonly columns: RegisterColumns,
    private readonly scratch: Scratch,
    objectKeys: readonly number[],
    private readonly pairs: readonly AskedPair[],
  ) {
    scratch.begin(columns);
    for (const key of objectKeys) scratch.meet(columns.held(key), columns);
    const { siteCount, institutionCount } = scratch;
    this.sites = scratch.sites.subarray(0, siteCount);
    this.placeOf = scratch.placeOf.subarray(0, siteCount);
    this.institutions = scratch.institutions.subarray(0, institutionCount);
    this.siteBits = scratch.siteBits(siteCount * pairs.length);
    this.institutionBits = scratch.institutionBits(institutionCount * pairs.length);
  }

  /** Reckons how far everybody reaches on a day, then gives the scratch back. */
  measure(on: number): this {
    this.pairs.forEach((pair, at) => {
      for (const { key, cites } of pair.keys) this.measureKey(key, cites, on, at);
    });
    this.scratch.end();
    return this;
  }

  private measureKey(key: number, cites: boolean, on: number, at: number): void {
    const { siteBits, institutionBits, placeOf } = this;
    const { siteOf } = this.columns;
    const { siteAt } = this.scratch;
    const width = this.pairs.length;
    const terms = this.columns.held(key);
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i]!;
      const site = siteAt[siteOf[term]!]! - 1;
      const bits = cites ? this.bitsOf(term, key, on, at) : PARAMETER;
      siteBits[site * width + at]! |= bits;
      institutionBits[placeOf[site]! * width + at]! |= bits;
    }
  }

  /** How far a line that cites the method carries the pair on the day. */
  private bitsOf(term: number, key: number, on: number, at: number): number {
    const { marks, from, to } = this.columns;
    const mark = marks[term]!;
    if ((mark & CLAUSES) !== 0 && !this.coversClauses(term, at)) return PARAMETER;
    if ((mark & ACTIVE) === 0 || from[term]! > on || to[term]! < on) return PARAMETER | METHOD;
    const bound = (mark & (EQUIPPED | LIMITED)) === 0 ? 0 : this.boundTo(term, key, on, at);
    return bound || this.admitted(term);
  }

  /** Where equipment or a limit note holds the line back; 0 when they do not. */
  private boundTo(term: number, key: number, on: number, at: number): number {
    const { equipmentTo, limitNotes } = this.columns;
    if ((equipmentTo.get(term) ?? on) < on) return PARAMETER | METHOD | VALID;
    const note = limitNotes.get(term);
    return note === undefined || this.pairs[at]?.admits(note, key) ? 0 : PARAMETER | METHOD | VALID | CALIBRATED;
  }

  private admitted(term: number): number {
    return PARAMETER | METHOD | VALID | CALIBRATED | (1 << (FIRST_SCHEME + this.columns.scheme[term]!));
  }

  private coversClauses(term: number, at: number): boolean {
    return this.pairs[at]?.coversClauses(this.columns.clauses.get(term) ?? []) ?? true;
  }
}
