import type { ModuleMetadata, Type } from '@nestjs/common';
import type { Element, ProviderService } from '@qi/contracts';
import type { CandidateFinder } from './candidate-finder';
import type { Step } from './job/step';
import { commonFactors } from './routing/factors';
import type { Factor, Gate, RoutingRules } from './routing/gate';
import { commonGates } from './routing/gates/common';

export interface ProviderOptions<F> {
  readonly service: ProviderService;
  /** The element's own gates; the common ones are always applied first. */
  readonly gates: readonly Gate<F>[];
  /** Added to the common factors. */
  readonly factors?: readonly Factor<F>[];
  readonly finder: Type<CandidateFinder<F>>;
  /** Modules that give the finder what it injects. */
  readonly imports?: ModuleMetadata['imports'];
  readonly steps: (element: Element) => readonly Step[];
}

/** What the library's own services need to know of the provider service. Injected by its class. */
export class ProviderSettings {
  readonly service: ProviderService;
  readonly rules: RoutingRules;
  readonly steps: (element: Element) => readonly Step[];
  /** Kind of organisation whose people see and work on its jobs. */
  readonly organisation: 'institution' | 'expert';

  constructor(options: Pick<ProviderOptions<never>, 'service' | 'gates' | 'factors' | 'steps'>) {
    this.service = options.service;
    this.steps = options.steps;
    this.organisation = options.service === 'experts' ? 'expert' : 'institution';
    const { gates, factors } = rulesOf(options);
    // Candidates come from the finder of the same options, so their facts are what these gates judge.
    this.rules = { gates, factors } as RoutingRules;
  }
}

/** The rules of a provider service: the common ones, then its own. */
export function rulesOf<F>(options: Pick<ProviderOptions<F>, 'gates' | 'factors'>): RoutingRules<F> {
  return { gates: [...commonGates, ...options.gates], factors: [...commonFactors, ...(options.factors ?? [])] };
}
