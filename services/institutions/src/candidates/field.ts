import { MOST_KEPT, MOST_MISSES, MOST_SHARED, draw, scorer } from '@qi/provider';
import type { RoutingContext, RoutingRules, SharedMiss } from '@qi/provider';
import { Best } from './best';
import { isOtherMethod, masksOf } from './field-mask';
import type { FieldAsk } from './field-mask';
import { Reach } from './reach';

import type { RegisterColumns } from './register-columns';
import type { Scratch } from './scratch';
import { SiteView } from './site-view';
import type { CountedLoads } from './site-view';

export interface FieldQuestion extends FieldAsk, CountedLoads {
  readonly rules: RoutingRules<never>;
  readonly context: RoutingContext;
  /** Keys of the object under any edition that concerns the demand: who holds one is a candidate. */
  readonly objectKeys: readonly number[];
  readonly plannedDay: number;
}

/** A decision about everybody at once; candidates go by the number of their site. */
export interface FieldDecision {
  readonly candidates: number;
  readonly passed: number;
  readonly gateCounts: Record<string, number>;
  /** Of all candidates. */
  readonly institutions: Int32Array;
  /** The best, in order, and their weighted scores in millionths. */
  readonly order: readonly number[];
  readonly totals: readonly number[];
  readonly misses: readonly number[];
  readonly shared: readonly (Omit<SharedMiss, 'key'> & { readonly site: number })[];
}

interface Standing {
  readonly site: number;
  readonly total: number;
  /** Gates failed. */
  readonly faults: number;
}

/** `route` for a whole field: the same verdicts, order and counts, without facts, words or an object per candidate. */
export class Field {
  private readonly reach: Reach;
  /** By place of the candidate in `reach.sites`: how many gates it fails. */
  private faults: Uint8Array = new Uint8Array(0);
  private readonly view: SiteView;
  private readonly score: (view: never, toBeat: number) => number;

  constructor(
    private readonly question: FieldQuestion,
    private readonly columns: RegisterColumns,
    scratch: Scratch,
  ) {
    const { objectKeys, pairs, plannedDay } = question;
    this.reach = new Reach(columns, scratch, objectKeys, pairs).measure(plannedDay);
    this.view = new SiteView(columns, question);
    // No factor looks at facts, which there are none of here.
    this.score = scorer(question.demand, question.rules, question.context);
  }

  decide(): FieldDecision {
    const { gates } = this.question.rules;
    const counts = this.judge();
    const { best, passed, providers } = this.rank();
    return {
      candidates: counts.candidates,
      passed,
      institutions: this.reach.institutions.slice(),
      gateCounts: Object.fromEntries(gates.map(({ name }, bit) => [name, counts.failed[bit] ?? 0])),
      order: best.map(({ site }) => site),
      totals: best.map(({ total }) => total),
      misses: this.nearest(providers),
      shared: passed > 0 ? [] : this.shared(),
    };
  }

  /** Every gate of everybody; a site that is closed is nobody's candidate. */
  private judge(): { readonly candidates: number; readonly failed: readonly number[] } {
    const { reach, columns, question } = this;
    const names = question.rules.gates.map(({ name }) => name);
    const masks = masksOf(names, question, columns, reach);
    const faults = (this.faults = new Uint8Array(masks.length));
    const failed = names.map(() => 0);
    let candidates = 0;
    for (let at = 0; at < masks.length; at += 1) {
      if (columns.open[reach.sites[at]!] === 0) {
        faults[at] = CLOSED;
        continue;
      }
      candidates += 1;
      for (let rest = masks[at]!; rest !== 0; rest &= rest - 1) {
        failed[lowestBit(rest)]! += 1;
        faults[at]! += 1;
      }
    }
    return { candidates, failed };
  }

  private rank() {
    const { faults, reach } = this;
    const best = new Best<Standing>(MOST_KEPT, (a, b) => this.bestFirst(a, b));
    const providers = new Uint8Array(reach.institutions.length);
    let passed = 0;
    for (let at = 0; at < faults.length; at += 1) {
      if (faults[at] !== 0) continue;
      passed += 1;
      providers[reach.placeOf[at] ?? 0] = 1;
      const toBeat = best.last?.total ?? 0;
      const total = this.totalOf(at, toBeat);
      if (total >= toBeat) best.offer(this.standing(at, total));
    }
    return { best: best.all, passed, providers };
  }

  /** One site of each provider that did not pass: the fewest gates failed, then the best score. */
  private nearest(passed: Uint8Array): number[] {
    let found: Standing[] = [];
    for (let faults = 1; faults <= this.question.rules.gates.length && found.length < MOST_MISSES; faults += 1) {
      found = this.withMisses(found, faults, passed);
    }
    return found.map(({ site }) => site);
  }

  private withMisses(found: Standing[], wanted: number, passed: Uint8Array): Standing[] {
    const { faults, reach } = this;
    let misses = found;
    let toBeat = 0;
    for (let at = 0; at < faults.length; at += 1) {
      if (faults[at] !== wanted || passed[reach.placeOf[at]!] === 1) continue;
      const total = this.totalOf(at, toBeat);
      if (total < toBeat) continue;
      misses = this.withMiss(misses, this.standing(at, total));
      toBeat = misses[MOST_MISSES - 1]?.total ?? 0;
    }
    return misses;
  }

  private withMiss(found: Standing[], miss: Standing): Standing[] {
    const { institutionOf } = this.columns;
    const last = found.at(-1);
    if (found.length === MOST_MISSES && last && this.nearestFirst(last, miss) < 0) return found;
    const same = found.find(({ site }) => institutionOf[site] === institutionOf[miss.site]);
    if (same && this.nearestFirst(same, miss) < 0) return found;
    return [...found.filter((one) => one !== same), miss].sort((a, b) => this.nearestFirst(a, b)).slice(0, MOST_MISSES);
  }

  /** Groups of those that hold the same other methods in place of the first that they lack. */
  private shared(): FieldDecision['shared'] {
    const { columns, reach, faults } = this;
    const held = this.otherMethods();
    const groups = new Map<string, { providers: Set<number>; site: number }>();
    reach.sites.forEach((site, at) => {
      const text = held.get(reach.placeOf[at] ?? 0);
      if (text === undefined || faults[at] === CLOSED) return;
      const group = groups.get(text) ?? { providers: new Set(), site };
      group.providers.add(columns.institutionOf[site] ?? 0);
      if (this.keyOf(site) < this.keyOf(group.site)) group.site = site;
      groups.set(text, group);
    });
    return [...groups.values()]
      .map(({ providers, site }) => ({ gate: 'scope-covers-method-of-that-year', providers: providers.size, site }))
      .sort((a, b) => b.providers - a.providers || (this.keyOf(a.site) < this.keyOf(b.site) ? -1 : 1))
      .slice(0, MOST_SHARED);
  }

  /** By place of the institution: the method it lacks first, and the editions that it holds of that pair. */
  private otherMethods(): Map<number, string> {
    const { pairs } = this.question;
    const { columns, reach } = this;
    const places = new Map([...reach.institutions].map((institution, place) => [institution, place]));
    const lacking = new Map<number, number>();
    reach.institutions.forEach((_, place) => {
      const at = pairs.findIndex((pair, i) =>
        isOtherMethod(reach.institutionBits[place * pairs.length + i] ?? 0, pair),
      );
      if (at >= 0) lacking.set(place, at);
    });
    const held = new Map<number, Set<string>>();
    pairs.forEach(({ keys }, at) => {
      // Who holds the method, for other clauses, has nothing in place of it to speak of.
      for (const { key, cites } of [...keys].sort((a, b) => Number(b.cites) - Number(a.cites))) {
        for (const term of columns.held(key)) {
          const place = places.get(columns.institutionOf[columns.siteOf[term] ?? 0] ?? 0) ?? -1;
          if (lacking.get(place) !== at) continue;
          if (cites) lacking.delete(place);
          else held.set(place, (held.get(place) ?? new Set()).add(columns.keys.standardOf(key)));
        }
      }
    });
    return new Map(
      [...held].map(([place, standards]) => [
        place,
        [pairs[lacking.get(place) ?? 0]?.wanted, ...[...standards].sort()].join('\n'),
      ]),
    );
  }

  /** Less than `toBeat` may be told as -1. */
  private totalOf(at: number, toBeat: number): number {
    return this.score(this.view.at(this.reach.sites[at]!) as never, toBeat);
  }

  private standing(at: number, total: number): Standing {
    return { site: this.reach.sites[at] ?? 0, total, faults: this.faults[at]! };
  }

  private bestFirst(a: Standing, b: Standing): number {
    if (a.total !== b.total) return b.total - a.total;
    const { taskId } = this.question.demand;
    const [x, y] = [this.keyOf(a.site), this.keyOf(b.site)];
    return draw(`${taskId}:${x}`) - draw(`${taskId}:${y}`) || (x < y ? -1 : 1);
  }

  private nearestFirst(a: Standing, b: Standing): number {
    return a.faults - b.faults || b.total - a.total || (this.keyOf(a.site) < this.keyOf(b.site) ? -1 : 1);
  }

  private keyOf(site: number): string {
    return `${this.columns.ids[this.columns.institutionOf[site] ?? 0]}/${this.columns.siteIds[site]}`;
  }
}

/** Of a site that is no candidate: nobody fails so many gates. */
const CLOSED = 255;

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
