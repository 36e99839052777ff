import type { By } from '@qi/contracts';
import { problems, type Words } from '@qi/kernel';
import type { Relation } from './relation';
import type { Validity } from './status';

export const confidences = ['confirmed', 'to-confirm'] as const;
export type Confidence = (typeof confidences)[number];

/** What the library says of one dated standard. */
export interface Standard extends Validity {
  /** Canonical, with its year: `GB/T 14747-2025`. */
  readonly number: string;
  /** As the source prints it. */
  readonly printed: string;
  /** Canonical, without year: `GB/T 14747`. */
  readonly family: string;
  /** Either language may be empty, never both. */
  readonly title: Words;
  /** `97.190`; the most exact classes only. */
  readonly ics: readonly string[];
  /** `Y57`. */
  readonly ccs: readonly string[];
  readonly mandatory: boolean;
  /** Address of the register or announcement. */
  readonly source: string | null;
  readonly confidence: Confidence;
}

/** A standard and what it says about others, ready to be stored. */
export interface Entry {
  readonly standard: Standard;
  readonly relations: readonly Relation[];
}

export interface Stated {
  readonly by: By;
  readonly at: Date;
}

export const standardProblem = problems('standard', {
  'not-found': { kind: 'not-found', zh: '标准库中没有 {number}', en: 'the library does not hold {number}' },
  exists: { kind: 'conflict', zh: '标准库中已有 {number}', en: 'the library holds {number} already' },
  'number-fixed': {
    kind: 'conflict',
    zh: '标准号 {number} 不能改为 {other}；新号即新标准',
    en: '{number} cannot become {other}: another number is another standard',
  },
});
