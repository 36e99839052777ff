import { DomainError } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { HttpProblem, invalidRequest } from '@qi/platform';
import type { Fault } from '@qi/platform';
import { scopeLineProblem } from './scope-line';
import type { ScopeLine } from './scope-line';

/** The field of a row that a broken rule is about. */
const FIELD: Readonly<Record<string, string>> = {
  'scope-line/not-a-standard': '/method',
  'scope-line/ends-before-start': '/validTo',
  'scope-line/ended': '/validTo',
  'scope-line/unknown-site': '/siteId',
};

/** Gathers what is wrong with the rows of a batch, so that all of it is told at once. */
export class BatchFaults {
  private readonly faults: Fault[] = [];

  /** The row's line, or none and a fault. */
  collect(at: number, make: () => ScopeLine): ScopeLine[] {
    try {
      return [make()];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.faults.push({ pointer: `/lines/${at}${FIELD[error.code] ?? ''}`, words: error.words });
      return [];
    }
  }

  throwIfAny(): void {
    if (this.faults.length > 0) throw invalidRequest(this.faults);
  }

  /** Throws `scope-line/duplicate` (409) naming every row that was not entered. */
  throwIfAnyTaken(lines: readonly ScopeLine[], entered: ReadonlySet<string>): void {
    const faults = lines.flatMap((line, at) =>
      entered.has(line.id) ? [] : [{ pointer: `/lines/${at}`, words: held(line) }],
    );
    const [first] = faults;
    if (first) throw new HttpProblem('scope-line/duplicate', 409, first.words, { faults });
  }
}

function held({ scheme, object, parameter, standard }: ScopeLine): Words {
  return scopeLineProblem.duplicate({ scheme, object, parameter, standard }).words;
}
