import type { Actor } from '@qi/platform';
import { actor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';

/** The service as tests start it. */
export const metrology = { service: 'metrology', config: Config, module: (config: Config) => AppModule.for(config) };

export const api = '/api/metrology/v1';
export const administrator = actor('administrator', { areas: ['330000'] });

export function coordinatorOf(instituteId: string): Actor {
  return actor('metrology-coordinator', { org: { kind: 'institution', id: instituteId } });
}

export interface InstituteBody {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly sites: readonly { readonly id: string; readonly open: boolean }[];
}

export interface ProblemBody {
  readonly type: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

export function anApplication(uscc: string, changes: object = {}) {
  return {
    uscc,
    name: `计量机构 ${uscc.slice(-4)}`,
    areaCode: '330400',
    areasServed: ['330000'],
    capacityPerWeek: 20,
    conflicts: [],
    sites: [{ name: '总部', address: '嘉兴市中环南路 1 号', areaCode: '330402', longitude: 120.75, latitude: 30.75 }],
    ...changes,
  };
}

export function aCapability(siteId: string, changes: object = {}) {
  return {
    siteId,
    kind: 'calibration',
    measurand: '长度',
    instrumentKinds: ['卡尺'],
    rangeMin: '0',
    rangeMax: '300',
    unit: 'mm',
    uncertainty: '0.01',
    uncertaintyUnit: 'mm',
    method: 'JJF 1071-2010',
    validFrom: '2024-01-01',
    validTo: '2099-12-31',
    ...changes,
  };
}

/** An institute that an administrator has entered and admitted, with active capabilities. */
export async function admitted(service: TestService, uscc: string, capabilities: readonly object[]) {
  const { http } = service;
  const as = { as: administrator };
  const { body } = await http.post<InstituteBody>(`${api}/institutes`, anApplication(uscc), as);
  const { id, sites } = body;
  await http.post(`${api}/institutes/${id}/activate`, {}, as);
  const siteId = sites[0]?.id ?? '';
  const rows = capabilities.map((capability) => aCapability(siteId, capability));
  if (rows.length > 0) {
    await http.post(`${api}/institutes/${id}/capabilities`, { capabilities: rows, active: true }, as);
  }
  return { id, siteId };
}
