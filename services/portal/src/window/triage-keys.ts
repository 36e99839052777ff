export type TriageStep =
  { readonly kind: 'select'; readonly index: number } | { readonly kind: 'accept' | 'return' | 'open' | 'help' };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means in the work list; undefined when it means nothing there, so that the browser keeps its own. */
export function triageStep(pressed: Pressed, selected: number, count: number): TriageStep | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const steps: Readonly<Record<string, TriageStep>> = {
    j: { kind: 'select', index: Math.min(selected + 1, count - 1) },
    k: { kind: 'select', index: Math.max(selected - 1, 0) },
    a: { kind: 'accept' },
    r: { kind: 'return' },
    o: { kind: 'open' },
    '?': { kind: 'help' },
  };
  return count > 0 || pressed.key === '?' ? steps[pressed.key] : undefined;
}
