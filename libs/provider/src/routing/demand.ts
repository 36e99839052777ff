import type { Demand, Element, EnterpriseRef } from '@qi/contracts';

/** What routing needs to know of a task; a value, kept in the decision record. */
export interface RoutingDemand {
  readonly taskId: string;
  readonly requestId: string;
  readonly round: number;
  readonly element: Element;
  readonly itemCode: string;
  readonly demand: Demand;
  readonly enterprise: EnterpriseRef;
  readonly needBy?: string;
  readonly urgency: 'normal' | 'urgent';
  readonly consents: { readonly subcontracting: boolean; readonly disclosure: boolean };
  /** Excluded by the firm, and every provider that declined, let an offer lapse or gave this task up. */
  readonly excluded: readonly string[];
  readonly preferred: readonly string[];
  /** Only these may take the item; empty: anyone. */
  readonly eligibleProviders: readonly string[];
  /** A clerk named the provider: only the legal gates bind. */
  readonly dispatchedTo?: string;
}
