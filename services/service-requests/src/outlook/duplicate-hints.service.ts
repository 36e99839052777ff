import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { ServiceRequest } from '../service-request/service-request';

const DAYS = 30;
const DAY_MS = 86_400_000;

type Asked = Pick<ServiceRequest, 'id' | 'enterpriseId' | 'itemCodes'>;

/** The firm asked for the same lately. */
export interface DuplicateHint {
  readonly kind: 'duplicate';
  readonly itemCode: string;
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: Date;
  readonly words: Words;
}

interface Found {
  itemCode: string;
  id: string;
  number: string;
  submittedAt: Date;
}

const FIND = `
  select code as "itemCode", r.id, r.number, r.submitted_at as "submittedAt"
  from service_request r
  cross join lateral unnest(r.item_codes) as code
  where r.enterprise_id = $2 and r.id <> $1 and r.submitted_at >= $3
    and r.status not in ('withdrawn', 'refused') and code = any ($4::text[])
  order by r.submitted_at desc
  limit 50`;

/** Tells a firm that it asked for the same item within thirty days: a hint, never a refusal. */
@Injectable()
export class DuplicateHints {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async of({ id, enterpriseId, itemCodes }: Asked, at: Date): Promise<DuplicateHint[]> {
    if (itemCodes.length === 0) return [];
    const since = new Date(at.getTime() - DAYS * DAY_MS);
    const found = await this.dataSource.query<Found[]>(FIND, [id, enterpriseId, since, itemCodes]);
    return found.map(hintOf);
  }
}

function hintOf({ itemCode, id, number, submittedAt }: Found): DuplicateHint {
  const words = {
    zh: `贵企业 ${DAYS} 天内已申请过同一事项（${number}）`,
    en: `your firm asked for the same item within ${DAYS} days (${number})`,
  };
  return { kind: 'duplicate', itemCode, requestId: id, number, submittedAt, words };
}
