import { DomainError } from '@qi/kernel';
import { invalidRequest } from '@qi/platform';
import type { Fault } from '@qi/platform';

/** The field of a row that a broken rule is about. */
const FIELD: Readonly<Record<string, string>> = {
  'capability/ends-before-start': '/validTo',
  'capability/ended': '/validTo',
  'capability/empty-range': '/rangeMax',
  'capability/not-positive': '/uncertainty',
  'capability/no-legal-area': '/legalAreas',
  'capability/unknown-site': '/siteId',
};

/** Gathers what is wrong with the rows of a batch, so that all of it is told at once. */
export class BatchFaults {
  private readonly faults: Fault[] = [];

  /** What the row makes, or nothing and a fault. */
  collect<T>(at: number, make: () => T): T[] {
    try {
      return [make()];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.faults.push({ pointer: `/capabilities/${at}${FIELD[error.code] ?? ''}`, words: error.words });
      return [];
    }
  }

  throwIfAny(): void {
    if (this.faults.length > 0) throw invalidRequest(this.faults);
  }
}
