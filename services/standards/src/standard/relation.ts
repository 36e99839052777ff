export const relationKinds = ['replaces', 'amended-by', 'adopts', 'split-into', 'merged-from'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** How much of the other standard is replaced. */
export const extents = ['whole', 'part', 'clause'] as const;
export type Extent = (typeof extents)[number];

/** Identical, modified, not equivalent (ISO/IEC Guide 21-1, GB/T 20000.2). */
export const degrees = ['IDT', 'MOD', 'NEQ'] as const;
export type Degree = (typeof degrees)[number];

/** One sentence about two standards: «`number` replaces `other`», «`number` split into `other`». Canonical numbers. */
export interface Relation {
  readonly number: string;
  readonly kind: RelationKind;
  readonly other: string;
  /** With `replaces` only. */
  readonly extent: Extent | null;
  /** Of the other standard; with extent `clause` only. */
  readonly clauses: readonly string[];
  /** With `adopts` only. */
  readonly degree: Degree | null;
  /** First day on which it holds. */
  readonly since: string | null;
}

/** A step from an older standard to one that takes its place, whole or in part. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly extent: Extent;
  readonly clauses: readonly string[];
  readonly since: string | null;
}

/** The step that a relation means; undefined for amendments and adoptions, after which both stand. */
export function stepOf({ number, kind, other, extent, clauses, since }: Relation): Step | undefined {
  const common = { kind, clauses, since };
  switch (kind) {
    case 'replaces':
      return { ...common, from: other, to: number, extent: extent ?? 'whole' };
    case 'merged-from':
      return { ...common, from: other, to: number, extent: 'whole' };
    case 'split-into':
      return { ...common, from: number, to: other, extent: 'part' };
    case 'amended-by':
    case 'adopts':
      return undefined;
  }
}
