import { elements } from '@qi/contracts';
import type { Element } from '@qi/contracts';
import { NO_LOAD } from '@qi/provider';
import type { ProviderLoad } from '@qi/provider';
import { growing } from './growing';
import type { ImageFacts } from './register-image';

/** Places of the numbers of an institution; they lie side by side, so that a decision fetches all of them at once. */
export const OPEN_JOBS = 0;
const COMPLETED = 1;
const ON_TIME = 2;
const STAR_SUM = 3;
const STAR_COUNT = 4;
export const CAPACITY = 5;
/** A bit for each element that it offers; none while it is not active. */
export const OFFERED = 6;
/** Two traits that few have, then the number of its list of areas. */
export const TRAITS = 7;
export const WIDTH = 8;

export const CLOSES = 1;
export const HAS_CONFLICTS = 2;
export const AREAS_SHIFT = 2;

/** What gates and factors ask of every institution of a field, by its number. */
export class InstitutionNumbers {
  all = new Int32Array(0);

  add(institution: number, facts: ImageFacts, areas: number, load: ProviderLoad): void {
    this.all = growing(this.all, (institution + 1) * WIDTH);
    const { all } = this;
    const at = institution * WIDTH;
    all[at + CAPACITY] = facts.capacityPerWeek;
    all[at + OFFERED] = facts.status === 'active' ? bitsOf(facts.elements) : 0;
    all[at + TRAITS] =
      (facts.closedDates.length > 0 ? CLOSES : 0) |
      (facts.conflicts.length > 0 ? HAS_CONFLICTS : 0) |
      (areas << AREAS_SHIFT);
    this.setLoad(institution, load);
  }

  setLoad(institution: number, load: ProviderLoad): void {
    const { all } = this;
    const at = institution * WIDTH;
    all[at + OPEN_JOBS] = load.openJobs;
    all[at + COMPLETED] = load.completed;
    all[at + ON_TIME] = load.onTime;
    all[at + STAR_SUM] = load.starSum;
    all[at + STAR_COUNT] = load.starCount;
  }

  forgetLoads(): void {
    for (let at = 0; at < this.all.length; at += WIDTH) this.setLoad(at / WIDTH, NO_LOAD);
  }

  loadOf(institution: number, into: { -readonly [K in keyof ProviderLoad]: number } = { ...NO_LOAD }): ProviderLoad {
    const { all } = this;
    const at = institution * WIDTH;
    into.openJobs = all[at + OPEN_JOBS]!;
    into.completed = all[at + COMPLETED]!;
    into.onTime = all[at + ON_TIME]!;
    into.starSum = all[at + STAR_SUM]!;
    into.starCount = all[at + STAR_COUNT]!;
    return into;
  }
}

export function bitOf(element: Element): number {
  return 1 << elements.indexOf(element);
}

function bitsOf(offered: readonly Element[]): number {
  return offered.reduce((bits, element) => bits | bitOf(element), 0);
}
