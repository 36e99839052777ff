import type { Actor } from '@qi/platform';
import { waitFor, type TestService } from '@qi/testing';
import { administrator, api } from './metrology';

export interface AnnexBody {
  readonly id: string;
  readonly status: string;
  readonly refused: number;
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
  readonly gone: number;
  readonly problem: { readonly en: string } | null;
  readonly type?: string;
}

const HEADER = '序号,测量仪器名称,被测量,规范代号及名称,测量范围,扩展不确定度(k=2),限制说明';
export const CALIPER = '1,游标卡尺,长度,JJF 1071-2010,(0~150)mm,0.02 mm,';

export const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');

/** Who sends annexes of which institute to which service. */
export interface Sender {
  readonly service: TestService;
  readonly instituteId: string;
  readonly as?: Actor;
}

export function sendAnnex(
  { service, instituteId, as = administrator }: Sender,
  name: string,
  content: string,
  fields: object = {},
) {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const all = { certNo: 'CNAS L0001', validFrom: '2026-01-01', validTo: '2099-12-31', ...fields };
  for (const [field, value] of Object.entries(all)) form.set(field, String(value));
  return service.http.post<AnnexBody>(`${api}/institutes/${instituteId}/annexes`, form, { as });
}

/** The annex when it has been read. */
export function readAnnex({ http }: TestService, id: string): Promise<AnnexBody> {
  const look = async () => {
    const { body } = await http.get<AnnexBody>(`${api}/annexes/${id}`, { as: administrator });
    return body.status === 'reading' ? undefined : body;
  };
  return waitFor(look, { what: 'the end of reading' });
}

export function approveAnnex({ http }: TestService, id: string, body: object = {}, as: Actor = administrator) {
  return http.post<AnnexBody>(`${api}/annexes/${id}/approve`, body, { as });
}
