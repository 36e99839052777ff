import { StandardCameIntoForceV1, StandardEndedV1, type DomainEvent } from '@qi/contracts';
import type { Words } from '@qi/kernel';

/** A standard on whose first day, or on the day after whose last, something is due. */
export interface Turning {
  readonly number: string;
  readonly family: string;
  readonly title: Words;
  readonly mandatory: boolean;
  readonly starts: boolean;
  readonly replaces: readonly { readonly number: string; readonly extent: 'whole' | 'part' | 'clause' }[];
  readonly successors: readonly string[];
}

/** What happens on that day: the ends before the beginnings, as the registers say it. */
export function factsOf(turnings: readonly Turning[], on: string, at: Date): DomainEvent[] {
  const sorted = [...turnings].sort((a, b) => Number(a.starts) - Number(b.starts) || (a.number < b.number ? -1 : 1));
  return sorted.map(({ starts, replaces, successors, number, family, title, mandatory }) => {
    const common = { number, family, title, mandatory, on, at: at.toISOString() };
    return starts
      ? StandardCameIntoForceV1.of({ ...common, replaces: [...replaces] })
      : StandardEndedV1.of({ ...common, successors: [...successors] });
  });
}
