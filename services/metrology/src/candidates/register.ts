import type { ScopeLineStatus } from '@qi/contracts';

/** A capability as routing reads it. */
export interface RegisterCapability {
  readonly id: string;
  readonly instituteId: string;
  readonly siteId: string;
  readonly kind: 'calibration' | 'verification';
  readonly measurand: string;
  readonly measurandKey: string;
  readonly instrumentKinds: readonly string[];
  readonly rangeMin: string;
  readonly rangeMax: string;
  readonly unit: string;
  readonly uncertainty: string;
  readonly uncertaintyUnit: string;
  readonly k: string;
  readonly method: string;
  readonly onSite: boolean;
  readonly legalAreas: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: ScopeLineStatus;
}

/** An institute as routing reads it. */
export interface RegisterInstitute {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly sites: readonly {
    readonly id: string;
    readonly areaCode: string;
    readonly longitude?: number;
    readonly latitude?: number;
    readonly open: boolean;
  }[];
  readonly areasServed: readonly string[];
  readonly capacityPerWeek: number;
  readonly conflicts: readonly string[];
}
