import type { ModuleMetadata, Type } from '@nestjs/common';
import type { Element, ProviderService } from '@qi/contracts';
import type { CandidateFinder } from './candidate-finder';
import type { Decider } from './decision/decider';
import type { Step } from './job/step';
import { commonFactors } from './routing/factors';
import type { RoutingDemand } from './routing/demand';
import type { Factor, Gate, RoutingRules } from './routing/gate';
import { commonGates } from './routing/gates/common';

export interface ProviderOptions<F> {
  readonly service: ProviderService;
  /** Table of the providers, by `id` and `name`: the access log names them. */
  readonly providers?: string;
  /** The element's own gates; the common ones are always applied first. */
  readonly gates: readonly Gate<F>[];
  /** Added to the common factors. */
  readonly factors?: readonly Factor<F>[];
  /** See `RoutingRules`. */
  trimFacts?(demand: RoutingDemand, facts: F): unknown;
  readonly finder: Type<CandidateFinder<F>>;
  /** Absent: the finder is asked and `route` judges. */
  readonly decider?: Type<Decider>;
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

  constructor(options: Pick<ProviderOptions<never>, 'service' | 'gates' | 'factors' | 'trimFacts' | 'steps'>) {
    this.service = options.service;
    this.steps = options.steps;
    this.organisation = options.service === 'experts' ? 'expert' : 'institution';
    // Candidates come from the finder of the same options, so their facts are what these gates judge.
    this.rules = rulesOf(options) as RoutingRules;
  }
}

/** The rules of a provider service: the common ones, then its own. */
export function rulesOf<F>(options: Pick<ProviderOptions<F>, 'gates' | 'factors' | 'trimFacts'>): RoutingRules<F> {
  const { gates, factors = [], trimFacts } = options;
  return {
    gates: [...commonGates, ...gates],
    factors: [...commonFactors, ...factors],
    ...(trimFacts && { trimFacts }),
  };
}
