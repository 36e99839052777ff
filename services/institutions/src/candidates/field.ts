import { MOST_KEPT, MOST_MISSES, MOST_SHARED, draw, scoreOf } from '@qi/provider';
import type { RoutingContext, RoutingRules, SharedMiss } from '@qi/provider';
import { failures, isOtherMethod } from './field-mask';
import type { FieldAsk } from './field-mask';
import { Reach } from './reach';
import type { Scratch } from './reach';
import type { RegisterColumns } from './register-columns';
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
  readonly institutions: readonly number[];
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
  /** By place of the candidate in `reach.sites`: a bit for each gate failed, in the order of the rules. */
  private readonly masks: Int32Array;
  private readonly view: SiteView;

  constructor(
    private readonly question: FieldQuestion,
    private readonly columns: RegisterColumns,
    scratch: Scratch,
  ) {
    const { objectKeys, pairs, plannedDay } = question;
    this.reach = new Reach(columns, scratch, objectKeys, pairs).measure(plannedDay);
    this.masks = new Int32Array(this.reach.sites.length);
    this.view = new SiteView(columns, question);
  }

  decide(): FieldDecision {
    const { gates } = this.question.rules;
    const counts = this.judge();
    const { best, passed, providers } = this.rank();
    return {
      candidates: counts.candidates,
      passed,
      institutions: this.reach.institutions,
      gateCounts: Object.fromEntries(gates.map(({ name }, bit) => [name, counts.failed[bit] ?? 0])),
      order: best.map(({ site }) => site),
      totals: best.map(({ total }) => total),
      misses: this.nearest(providers),
      shared: passed > 0 ? [] : this.shared(),
    };
  }

  /** Every gate of everybody; a site that is closed is nobody's candidate. */
  private judge(): { readonly candidates: number; readonly failed: readonly number[] } {
    const { reach, masks, columns, question } = this;
    const fails = failures(question, columns, reach);
    const tests = question.rules.gates.map(({ name }) => {
      const test = fails[name];
      if (!test) throw new Error(`gate ${name} has no form for numbers`);
      return test;
    });
    const failed = tests.map(() => 0);
    let candidates = 0;
    for (let at = 0; at < masks.length; at += 1) {
      const site = reach.sites[at] ?? 0;
      if (!columns.open[site]) {
        masks[at] = CLOSED;
        continue;
      }
      candidates += 1;
      masks[at] = maskOf(tests, failed, at, reach.placeOf[at] ?? 0, columns.institutionOf[site] ?? 0);
    }
    return { candidates, failed };
  }

  private rank() {
    const { masks, reach } = this;
    const best = new Best<Standing>(MOST_KEPT, (a, b) => this.bestFirst(a, b));
    const providers = new Set<number>();
    let passed = 0;
    for (let at = 0; at < masks.length; at += 1) {
      if (masks[at] !== 0) continue;
      passed += 1;
      providers.add(reach.placeOf[at] ?? 0);
      best.offer(this.standing(at));
    }
    return { best: best.all, passed, providers };
  }

  /** One site of each provider that did not pass: the fewest gates failed, then the best score. */
  private nearest(passed: ReadonlySet<number>): number[] {
    const { masks, reach } = this;
    let found: Standing[] = [];
    for (let faults = 1; faults <= this.question.rules.gates.length && found.length < MOST_MISSES; faults += 1) {
      for (let at = 0; at < masks.length; at += 1) {
        const mask = masks[at] ?? 0;
        if (mask === CLOSED || bitCount(mask) !== faults || passed.has(reach.placeOf[at] ?? 0)) continue;
        found = this.withMiss(found, this.standing(at));
      }
    }
    return found.map(({ site }) => site);
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
    const { columns, reach, masks } = this;
    const held = this.otherMethods();
    const groups = new Map<string, { providers: Set<number>; site: number }>();
    reach.sites.forEach((site, at) => {
      const text = held.get(reach.placeOf[at] ?? 0);
      if (text === undefined || masks[at] === CLOSED) return;
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
    const places = new Map(reach.institutions.map((institution, place) => [institution, place]));
    const lacking = new Map<number, number>();
    reach.institutions.forEach((_, place) => {
      const at = pairs.findIndex((pair, i) => isOtherMethod(reach.ofInstitution(place, i), pair));
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

  private standing(at: number): Standing {
    const { demand, rules, context } = this.question;
    const site = this.reach.sites[at] ?? 0;
    const total = scoreOf(demand, this.view.at(site) as never, rules, context);
    return { site, total, faults: bitCount(this.masks[at] ?? 0) };
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

/** Of a site that is no candidate: no set of gates has this mask. */
const CLOSED = -1;

type Test = (site: number, place: number, institution: number) => boolean;

function maskOf(tests: readonly Test[], failed: number[], ...[site, place, institution]: Parameters<Test>): number {
  let mask = 0;
  for (let bit = 0; bit < tests.length; bit += 1) {
    if (!tests[bit]?.(site, place, institution)) continue;
    mask |= 1 << bit;
    failed[bit] = (failed[bit] ?? 0) + 1;
  }
  return mask;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The first few of many in some order, kept sorted. */
class Best<T> {
  readonly all: T[] = [];

  constructor(
    private readonly most: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  offer(one: T): void {
    const last = this.all.at(-1);
    if (this.all.length === this.most && last && this.compare(last, one) <= 0) return;
    const at = this.all.findIndex((other) => this.compare(one, other) < 0);
    this.all.splice(at < 0 ? this.all.length : at, 0, one);
    if (this.all.length > this.most) this.all.pop();
  }
}
