import type { DynamicModule, ModuleMetadata, Type } from '@nestjs/common';
import type { Element, ProviderService } from '@qi/contracts';
import type { CandidateFinder } from './candidate-finder';
import type { Step } from './job/step';
import type { Factor, Gate } from './routing/gate';

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

/** Job life cycle, offers, routing decisions and the standards' copy of one provider service. */
export class ProviderModule {
  static forRoot<F>(options: ProviderOptions<F>): DynamicModule {
    return { module: ProviderModule, imports: [...(options.imports ?? [])], providers: [options.finder] };
  }
}
