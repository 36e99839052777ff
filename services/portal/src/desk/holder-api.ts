import {
  expertsExpertAmend,
  expertsExpertGet,
  institutionsInstitutionAmend,
  institutionsInstitutionGet,
  metrologyInstituteAmend,
  metrologyInstituteGet,
  type ExpertsExpertResponse,
  type InstitutionsInstitutionResponse,
} from '../api/generated';
import type { ProviderService } from './provider-api';

/** What a provider says of its own time: how much it takes on, and when it does not work. */
export type Availability = Pick<InstitutionsInstitutionResponse, 'capacityPerWeek'> &
  Partial<Pick<InstitutionsInstitutionResponse, 'closedDates'>> &
  Partial<Pick<ExpertsExpertResponse, 'weekdays' | 'absences'>>;
export type Holder = Availability & { readonly id: string; readonly name: string; readonly version: number };

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}
interface HolderApi {
  get(call: { path: { id: string } }): Promise<Answered<Holder>>;
  amend(call: { path: { id: string }; headers: { 'If-Match': string }; body: Availability }): Promise<Answered<Holder>>;
}

export const holderApis: Readonly<Record<ProviderService, HolderApi>> = {
  institutions: { get: institutionsInstitutionGet, amend: institutionsInstitutionAmend } as unknown as HolderApi,
  metrology: { get: metrologyInstituteGet, amend: metrologyInstituteAmend } as unknown as HolderApi,
  experts: { get: expertsExpertGet, amend: expertsExpertAmend } as unknown as HolderApi,
};

export const amendOperation: Readonly<Record<ProviderService, string>> = {
  institutions: 'institutions.InstitutionController_amend',
  metrology: 'metrology.InstituteController_amend',
  experts: 'experts.ExpertController_amend',
};
