import { Injectable } from '@nestjs/common';
import type { ScopeLineStatus } from '@qi/contracts';
import type { EntityManager } from 'typeorm';

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

const CAPABILITIES = `
  select id, institute_id as "instituteId", site_id as "siteId", kind, measurand, measurand_key as "measurandKey",
    instrument_kinds as "instrumentKinds", range_min as "rangeMin", range_max as "rangeMax", unit, uncertainty,
    uncertainty_unit as "uncertaintyUnit", k, method, on_site as "onSite", legal_areas as "legalAreas",
    valid_from as "validFrom", valid_to as "validTo", status
  from capability
  where measurand_key = any ($1::text[]) and status in ('active', 'suspended', 'expired')
  order by id`;

const INSTITUTES = `
  select id, name, status, status_reason as "statusReason", sites, areas_served as "areasServed",
    capacity_per_week as "capacityPerWeek", conflicts
  from institute
  where id = any ($1::uuid[]) and status in ('active', 'suspended')`;

/** What routing asks the register; proposals and withdrawn entries are nobody's business. */
@Injectable()
export class RegisterQueries {
  capabilitiesOf(tx: EntityManager, measurandKeys: readonly string[]): Promise<RegisterCapability[]> {
    return tx.query<RegisterCapability[]>(CAPABILITIES, [measurandKeys]);
  }

  institutes(tx: EntityManager, ids: readonly string[]): Promise<RegisterInstitute[]> {
    return tx.query<RegisterInstitute[]>(INSTITUTES, [ids]);
  }
}
