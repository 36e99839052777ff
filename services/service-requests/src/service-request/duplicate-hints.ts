import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ServiceRequest } from './service-request';
import type { ItemHint } from './service-request.dto';

const DAYS = 30;
const DAY_MS = 86_400_000;

type Asked = Pick<ServiceRequest, 'id' | 'enterpriseId' | 'itemCodes'>;

interface Found {
  askedId: string;
  itemCode: string;
  id: string;
  number: string;
  submittedAt: Date;
}

const FIND = `
  select a.id as "askedId", code as "itemCode", r.id, r.number, r.submitted_at as "submittedAt"
  from unnest($1::uuid[], $2::uuid[]) as a (id, enterprise_id)
  join service_request asked on asked.id = a.id
  join service_request r on r.enterprise_id = a.enterprise_id and r.id <> a.id and r.submitted_at >= $3
    and r.status not in ('withdrawn', 'refused') and r.item_codes && asked.item_codes
  cross join lateral unnest(r.item_codes) as code
  where code = any (asked.item_codes)
  order by r.submitted_at desc`;

/** Tells a firm that it asked for the same item within thirty days: a hint, never a refusal. */
@Injectable()
export class DuplicateHints {
  /** Hints by request id, newest first; one query for all. */
  async of(requests: readonly Asked[], at: Date, tx: EntityManager): Promise<Map<string, ItemHint[]>> {
    const asked = requests.filter(({ itemCodes }) => itemCodes.length > 0);
    const hints = new Map<string, ItemHint[]>();
    if (asked.length === 0) return hints;
    const since = new Date(at.getTime() - DAYS * DAY_MS);
    const rows = await tx.query<Found[]>(FIND, [
      asked.map(({ id }) => id),
      asked.map(({ enterpriseId }) => enterpriseId),
      since,
    ]);
    for (const row of rows) hints.set(row.askedId, [...(hints.get(row.askedId) ?? []), hintOf(row)]);
    return hints;
  }
}

function hintOf({ itemCode, id, number, submittedAt }: Found): ItemHint {
  const words = {
    zh: `贵企业 ${DAYS} 天内已申请过同一事项（${number}）`,
    en: `your firm asked for the same item within ${DAYS} days (${number})`,
  };
  return { kind: 'duplicate', itemCode, requestId: id, number, submittedAt, words };
}
