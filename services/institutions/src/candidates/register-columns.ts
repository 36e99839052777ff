import { schemes } from '@qi/contracts';
import { NO_LOAD } from '@qi/provider';
import type { ProviderLoad } from '@qi/provider';
import { AreaLists } from './area-lists';
import { growing, valueAt } from './growing';
import { InstitutionNumbers } from './institution-numbers';
import { eachLine, lineCount } from './register-image';
import type { HeldLine, ImageTerm, RegisterImage } from './register-image';
import { ScopeKeys } from './scope-keys';
import { marksOf } from './term-marks';

const DAY_MS = 86_400_000;

/** Days since 1970 of a business date; exact, so that dates compare as their texts do. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export interface PlaceOfWork {
  readonly areaCode: string;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The register in typed arrays: institutions, their sites and terms by number, and for each key the terms under which
 * it is held. A changed institution gets new numbers at the end; the old ones stay behind, unused, until all is read anew.
 */
export class RegisterColumns {
  readonly keys = new ScopeKeys();
  /** By institution. */
  readonly ids: string[] = [];
  readonly numbers = new InstitutionNumbers();
  private readonly firstTerm: number[] = [];
  readonly closedDates: (readonly string[])[] = [];
  readonly conflicts: (readonly string[])[] = [];
  readonly areas = new AreaLists();
  /** By site. */
  institutionOf = new Int32Array(0);
  open = new Uint8Array(0);
  readonly siteIds: string[] = [];
  readonly areaCodes: string[] = [];
  longitude = new Float64Array(0);
  latitude = new Float64Array(0);
  /** By term. */
  siteOf = new Int32Array(0);
  scheme = new Uint8Array(0);
  /** See `marksOf`. */
  marks = new Uint8Array(0);
  from = new Int32Array(0);
  to = new Int32Array(0);
  readonly limitNotes = new Map<number, string>();
  /** Of terms that hold some clauses of their standards only. */
  readonly clauses = new Map<number, readonly string[]>();
  /** Last day of calibration, of terms whose equipment is known. */
  readonly equipmentTo = new Map<number, number>();
  private termCount = 0;
  /** Numbers given up by institutions that changed. */
  private left = 0;
  private readonly numberOf = new Map<string, number>();
  private readonly shared = new Map<string, readonly string[]>();
  private start = new Uint32Array(0);
  private entries = new Uint32Array(0);
  /** Keys and terms in turn, while the register is being read. */
  private pairs = new Uint32Array(0);
  private gathered = 0;
  private readonly loads = new Map<string, ProviderLoad>();
  private readonly replaced = new Map<number, Uint32Array>();

  institutionNumber(id: string): number {
    return this.numberOf.get(id) ?? -1;
  }

  /** The terms under which the key is held. */
  held(key: number): Uint32Array {
    const replaced = this.replaced.get(key);
    if (replaced) return replaced;
    const start = this.start[key] ?? 0;
    return this.entries.subarray(start, this.start[key + 1] ?? start);
  }

  /** The lines under these keys of these institutions, by id, in the order of keys and terms. */
  linesOf(institutions: Iterable<number>, keys: readonly number[]): Map<string, HeldLine[]> {
    const found = new Map<number, HeldLine[]>();
    for (const one of institutions) found.set(one, []);
    const asked = new Uint8Array(this.ids.length);
    for (const one of found.keys()) asked[one] = 1;
    for (const key of [...keys].sort((a, b) => a - b)) {
      const terms = this.held(key);
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at]!;
        const one = this.institutionOf[this.siteOf[term]!]!;
        if (asked[one] === 1) found.get(one)?.push([key, term - (this.firstTerm[one] ?? 0)]);
      }
    }
    return new Map([...found].map(([one, lines]) => [this.ids[one] ?? '', lines]));
  }

  /** More is lost on numbers left behind than reading all of it again would cost. */
  get isWorn(): boolean {
    return this.left > 10_000 && this.left > this.termCount / 4;
  }

  /** More images of a register that is being read; `settle` follows the last. */
  gather(images: readonly RegisterImage[]): void {
    for (const image of images) {
      const first = this.add(image);
      let at = this.gathered;
      this.gathered += lineCount(image) * 2;
      this.pairs = growing(this.pairs, this.gathered);
      eachLine(image.lines, (key, term) => {
        this.pairs[at] = key;
        this.pairs[at + 1] = first + term;
        at += 2;
      });
    }
  }

  settle(): void {
    const pairs = this.pairs.subarray(0, this.gathered);
    let highest = 0;
    for (let at = 0; at < pairs.length; at += 2) highest = Math.max(highest, pairs[at] ?? 0);
    this.sortByKey(pairs, highest);
    this.pairs = new Uint32Array(0);
  }

  /** The load of a provider, whether or not it is in the register now. */
  setLoad(id: string, load: ProviderLoad): void {
    this.loads.set(id, load);
    const number = this.institutionNumber(id);
    if (number >= 0) this.numbers.setLoad(number, load);
  }

  /** As if no provider had ever had a job. */
  forgetLoads(): void {
    this.loads.clear();
    this.numbers.forgetLoads();
  }

  /** Puts the new image of an institution, if it still has one, in the place of the one before. */
  replace(before: RegisterImage | undefined, after: RegisterImage | undefined): void {
    const gained = new Map<number, number[]>();
    if (before) eachLine(before.lines, (key) => gained.set(key, []));
    const old = before ? this.institutionNumber(before.institutionId) : -1;
    if (before) {
      this.left += before.terms.length;
      this.numberOf.delete(before.institutionId);
    }
    if (after) {
      const first = this.add(after);
      eachLine(after.lines, (key, term) => {
        const terms = gained.get(key);
        if (terms) terms.push(first + term);
        else gained.set(key, [first + term]);
      });
    }
    for (const [key, terms] of gained) {
      const others = this.held(key).filter((term) => this.institutionOf[this.siteOf[term] ?? 0] !== old);
      const merged = new Uint32Array(others.length + terms.length);
      merged.set(others);
      merged.set(terms, others.length);
      this.replaced.set(key, merged);
    }
  }

  /** Answers the number of the image's first term. */
  private add({ institutionId, facts, terms }: RegisterImage): number {
    const number = this.ids.push(institutionId) - 1;
    this.numberOf.set(institutionId, number);
    this.numbers.add(
      number,
      facts,
      this.areas.number(this.share(facts.areasServed)),
      this.loads.get(institutionId) ?? NO_LOAD,
    );
    this.closedDates.push(this.share(facts.closedDates));
    this.conflicts.push(this.share(facts.conflicts));
    const sites = new Map<string, number>();
    for (const site of facts.sites) sites.set(site.id, this.addSite(number, site));
    const first = this.termCount;
    this.firstTerm.push(first);
    for (const term of terms) this.addTerm(term, sites, number);
    return first;
  }

  private addSite(institution: number, site: { id: string; open: boolean } & Partial<PlaceOfWork>): number {
    const number = this.siteIds.push(site.id) - 1;
    this.institutionOf = growing(this.institutionOf, number + 1);
    this.open = growing(this.open, number + 1);
    this.longitude = growing(this.longitude, number + 1);
    this.latitude = growing(this.latitude, number + 1);
    this.institutionOf[number] = institution;
    this.open[number] = Number(site.open);
    this.longitude[number] = site.longitude ?? Number.NaN;
    this.latitude[number] = site.latitude ?? Number.NaN;
    this.areaCodes.push(this.share([site.areaCode ?? ''])[0] ?? '');
    return number;
  }

  private addTerm(term: ImageTerm, sites: Map<string, number>, of: number) {
    const [siteId, scheme, , , from, to, limitNote, clauses, equipmentTo] = term;
    const number = this.termCount;
    this.termCount += 1;
    // A line may name a site that the institution no longer lists: it is nobody's candidate, yet the institution's line.
    const site = sites.get(siteId) ?? this.addSite(of, { id: siteId, open: false });
    sites.set(siteId, site);
    this.siteOf = growing(this.siteOf, number + 1);
    this.scheme = growing(this.scheme, number + 1);
    this.marks = growing(this.marks, number + 1);
    this.from = growing(this.from, number + 1);
    this.to = growing(this.to, number + 1);
    this.siteOf[number] = site;
    this.scheme[number] = schemes.indexOf(scheme);
    this.marks[number] = marksOf(term);
    this.from[number] = dayNumber(from);
    this.to[number] = dayNumber(to);
    if (limitNote !== null) this.limitNotes.set(number, limitNote);
    if (clauses !== null) this.clauses.set(number, clauses);
    if (equipmentTo) this.equipmentTo.set(number, dayNumber(equipmentTo));
  }

  /** By counting: how many of each key, where each begins, then each to its place. */
  private sortByKey(pairs: Uint32Array, highest: number): void {
    const start = new Uint32Array(highest + 2);
    for (let at = 0; at < pairs.length; at += 2)
      start[valueAt(pairs, at) + 1] = valueAt(start, valueAt(pairs, at) + 1) + 1;
    for (let key = 0; key <= highest; key += 1) start[key + 1] = valueAt(start, key + 1) + valueAt(start, key);
    const free = start.slice();
    const entries = new Uint32Array(pairs.length / 2);
    for (let at = 0; at < pairs.length; at += 2) {
      const key = valueAt(pairs, at);
      const place = valueAt(free, key);
      entries[place] = valueAt(pairs, at + 1);
      free[key] = place + 1;
    }
    this.start = start;
    this.entries = entries;
  }

  /** Equal lists are one list: most institutions serve the same areas and close on no day. */
  private share(list: readonly string[]): readonly string[] {
    const text = JSON.stringify(list);
    const known = this.shared.get(text);
    if (known) return known;
    this.shared.set(text, list);
    return list;
  }
}
