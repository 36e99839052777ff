import type { Element, Scheme, ScopeLineStatus } from '@qi/contracts';

/** A scope line as routing reads it. */
export interface RegisterLine {
  readonly id: string;
  readonly institutionId: string;
  readonly siteId: string;
  readonly scheme: Scheme;
  readonly certNo: string;
  readonly object: string;
  readonly parameter: string;
  readonly standard: string;
  readonly clauses: readonly string[];
  readonly limitNote: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: ScopeLineStatus;
  readonly statusReason: string | null;
}

export interface RegisterSite {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly open: boolean;
}

export interface RegisterCertificate {
  readonly scheme: Scheme;
  readonly number: string;
  readonly status: ScopeLineStatus;
  readonly reason: string | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/** An institution as routing reads it, with its certificates. */
export interface RegisterInstitution {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly sites: readonly RegisterSite[];
  readonly areasServed: readonly string[];
  readonly elements: readonly Element[];
  readonly capacityPerWeek: number;
  readonly closedDates: readonly string[];
  readonly conflicts: readonly string[];
  readonly certificates: readonly RegisterCertificate[];
}
