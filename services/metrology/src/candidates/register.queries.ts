import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RegisterCapability, RegisterInstitute } from './register';

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
