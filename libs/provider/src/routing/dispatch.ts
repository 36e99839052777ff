import type { RoutingRules } from './gate';
import { NEEDS_CONFIRMATION } from './gates/testing/limit-note';

/**
 * Whether a failed gate keeps a clerk from dispatching the task to the provider. A practical one does not, nor does a
 * limit note that nobody has read: the clerk has asked the laboratory.
 */
export function bindsDispatch(
  { gate, code }: { readonly gate: string; readonly code: string },
  { gates }: RoutingRules,
): boolean {
  if (code === NEEDS_CONFIRMATION) return false;
  return gates.find(({ name }) => name === gate)?.kind !== 'practical';
}
