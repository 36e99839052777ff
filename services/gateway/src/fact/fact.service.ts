import { Injectable } from '@nestjs/common';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { noticeOf } from './fact';

interface CaseFact {
  readonly requestId: string;
  readonly requestNumber?: string;
  readonly enterpriseId?: string;
  readonly areaCode?: string;
  readonly providerId?: string;
}

/** The events of a case do not all say whose it is: the first one that does is remembered. */
const REMEMBER = `
  insert into case_concern as c (request_id, request_number, enterprise_id, area_code) values ($1, $2, $3, $4)
  on conflict (request_id) do update set
    request_number = coalesce(c.request_number, excluded.request_number),
    enterprise_id = coalesce(c.enterprise_id, excluded.enterprise_id),
    area_code = coalesce(c.area_code, excluded.area_code)
  returning request_number as "requestNumber", enterprise_id as "enterpriseId", area_code as "areaCode"`;

const APPEND = `
  insert into fact (at, service, aggregate, aggregate_id, request_id, enterprise_id, area_code, provider_id, told_to, words)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

@Injectable()
export class Facts {
  /** Keeps what changed, whom it concerns, and what they are told. */
  async keep(event: ReceivedEvent, tx: EntityManager): Promise<void> {
    const data = event.data as CaseFact & Readonly<Record<string, unknown>>;
    const said = [data.requestId, data.requestNumber, data.enterpriseId, data.areaCode];
    const [known] = await tx.query<Partial<CaseFact>[]>(REMEMBER, said.map(orNull));
    const notice = noticeOf(event.type, { ...known, ...data });
    const what = [event.source.split('/').at(-1), event.type.split('.')[0], event.subject, data.requestId];
    const whom = [known?.enterpriseId, known?.areaCode, data.providerId].map(orNull);
    await tx.query(APPEND, [event.time, ...what, ...whom, notice?.to ?? [], orNull(notice?.words)]);
  }
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
