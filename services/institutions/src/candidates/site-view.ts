import { NO_LOAD, onTimeRateOf, ratingOf } from '@qi/provider';
import type { Candidate, ProviderLoad } from '@qi/provider';
import { AREAS_SHIFT, CAPACITY, TRAITS, WIDTH } from './institution-numbers';
import type { RegisterColumns } from './register-columns';

/** What the service counts itself of a provider, by its number. */
export interface CountedLoads {
  /** Loads that the deciding transaction alone sees, by institution. */
  readonly own: ReadonlyMap<number, ProviderLoad>;
  sameRequestJobs(institution: number): number | undefined;
}

/** The candidate of one site after another as the factors see it, without an object for each. */
export class SiteView implements Candidate<undefined> {
  readonly name = '';
  readonly active = true;
  readonly facts = undefined;
  private site = 0;
  private institution = 0;
  private load: ProviderLoad = NO_LOAD;
  private readonly counted = { ...NO_LOAD };

  constructor(
    private readonly columns: RegisterColumns,
    private readonly loads: CountedLoads,
  ) {}

  at(site: number): this {
    this.site = site;
    this.institution = this.columns.institutionOf[site] ?? 0;
    const { own } = this.loads;
    this.load =
      (own.size === 0 ? undefined : own.get(this.institution)) ??
      this.columns.numbers.loadOf(this.institution, this.counted);
    return this;
  }

  get providerId(): string {
    return this.columns.ids[this.institution] ?? '';
  }
  get siteId(): string {
    return this.columns.siteIds[this.site] ?? '';
  }
  get areaCode(): string {
    return this.columns.areaCodes[this.site] ?? '';
  }
  get longitude(): number | undefined {
    return known(this.columns.longitude[this.site]);
  }
  get latitude(): number | undefined {
    return known(this.columns.latitude[this.site]);
  }
  get areasServed(): readonly string[] {
    return this.columns.areas.all[this.numberAt(TRAITS) >> AREAS_SHIFT] ?? [];
  }
  get conflicts(): readonly string[] {
    return this.columns.conflicts[this.institution] ?? [];
  }
  get capacityPerWeek(): number {
    return this.numberAt(CAPACITY);
  }
  get openJobs(): number {
    return this.load.openJobs;
  }
  get onTimeRate(): number | undefined {
    return onTimeRateOf(this.load);
  }
  get rating(): number | undefined {
    return ratingOf(this.load);
  }
  get sameRequestJobs(): number | undefined {
    return this.loads.sameRequestJobs(this.institution);
  }

  private numberAt(place: number): number {
    return this.columns.numbers.all[this.institution * WIDTH + place]!;
  }
}

function known(degrees = Number.NaN): number | undefined {
  return Number.isNaN(degrees) ? undefined : degrees;
}
