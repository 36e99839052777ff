/** `unissued` is the answer for a day before the standard was issued. */
export const standardStatuses = ['unissued', 'issued', 'in-force', 'withdrawn'] as const;
export type StandardStatus = (typeof standardStatuses)[number];

/** Business dates (`YYYY-MM-DD`, Asia/Shanghai); null where nobody knows. */
export interface Validity {
  readonly issuedOn: string | null;
  /** First day in force. */
  readonly inForceFrom: string | null;
  /** Last day in force. */
  readonly endsOn: string | null;
  /** Known to be withdrawn, also where the last day is not known. */
  readonly withdrawn: boolean;
}

/**
 * What the standard is on that day. Withdrawn without a known day counts as withdrawn on every day: a gate must not pass
 * on a guess. A standard without a date of its coming into force is in force from the day of its issue.
 */
export function statusOn({ issuedOn, inForceFrom, endsOn, withdrawn }: Validity, on: string): StandardStatus {
  if (issuedOn !== null && on < issuedOn) return 'unissued';
  if (endsOn === null ? withdrawn : on > endsOn) return 'withdrawn';
  return inForceFrom !== null && on < inForceFrom ? 'issued' : 'in-force';
}
