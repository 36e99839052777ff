import { actor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import type { Actor } from '@qi/platform';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';

/** The service as tests start it. */
export const institutions = {
  service: 'institutions',
  config: Config,
  module: (config: Config) => AppModule.for(config),
};

export const api = '/api/institutions/v1';
export const administrator = actor('administrator', { areas: ['330000'] });
export const clerk = actor('clerk');

export function coordinatorOf(institutionId: string): Actor {
  return actor('coordinator', { org: { kind: 'institution', id: institutionId } });
}

export interface InstitutionBody {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly sites: readonly { readonly id: string; readonly open: boolean }[];
}

export interface ProblemBody {
  readonly type: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly legal?: readonly string[];
}

export function anApplication(uscc: string, changes: object = {}) {
  return {
    uscc,
    name: `检测机构 ${uscc.slice(-4)}`,
    kind: 'testing',
    areaCode: '330482',
    contacts: [{ name: '周工', phone: '0573-85000000' }],
    areasServed: ['330000'],
    elements: ['testing'],
    capacityPerWeek: 20,
    closedDates: [],
    conflicts: [],
    members: [],
    sites: [{ name: '总部', address: '平湖市新华路 1 号', areaCode: '330482', longitude: 121.02, latitude: 30.7 }],
    ...changes,
  };
}

export function aScopeLine(siteId: string, changes: object = {}) {
  return {
    siteId,
    scheme: 'CMA',
    certNo: '231100340088',
    category: ['儿童用品'],
    object: '儿童三轮车',
    parameter: '稳定性',
    method: 'GB/T 14747-2025',
    validFrom: '2026-11-01',
    validTo: '2099-12-31',
    ...changes,
  };
}

/** An institution that an administrator has entered and admitted, with active lines. */
export async function admitted(service: TestService, uscc: string, lines: readonly object[], changes: object = {}) {
  const { http } = service;
  const as = { as: administrator };
  const applied = await http.post<InstitutionBody>(`${api}/institutions`, anApplication(uscc, changes), as);
  const { id, sites } = applied.body;
  await http.post(`${api}/institutions/${id}/activate`, {}, as);
  const siteId = sites[0]?.id ?? '';
  const rows = lines.map((line) => aScopeLine(siteId, line));
  if (rows.length > 0) await http.post(`${api}/institutions/${id}/scope-lines`, { lines: rows, active: true }, as);
  return { id, siteId };
}
