/** Seconds as a person says them: the largest unit that leaves at least two of it, with one decimal below ten. */
export function spanOf(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly value: string;
} {
  const units = [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => seconds >= 2 * length) ?? (['seconds', 1] as const);
  const value = seconds / size;
  return { unit, value: value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value)) };
}
