import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { DataSource, type EntityManager } from 'typeorm';
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
  key: number;
  itemCodes: string[];
  id: string;
  number: string;
  submittedAt: Date;
}

/**
 * The newest three among the last fifty requests of each firm: one that asks every day must not make the question dear.
 * The inner limit comes before the filter, so that the index is walked from its new end and left as soon as three are found.
 */
const FIND = `
  select a.key, r.id, r.number, r.submitted_at as "submittedAt", r.item_codes as "itemCodes"
  from unnest($1::int[], $2::uuid[], $3::json[]) as a (key, enterprise_id, codes)
  cross join lateral (
    select * from (
      select id, number, submitted_at, item_codes, status from service_request
      where enterprise_id = a.enterprise_id and submitted_at >= $4
      order by submitted_at desc
      limit 50
    ) lately
    where status not in ('withdrawn', 'refused') and item_codes && array(select json_array_elements_text(a.codes))
    limit 3
  ) r
  order by a.key, r.submitted_at desc`;

/** Tells a firm that it asked for the same item within thirty days: a hint, never a refusal. */
@Injectable()
export class DuplicateHints {
  constructor(private readonly dataSource: DataSource) {}

  /** By request id, newest first; one query for all requests. */
  async of(
    requests: readonly Asked[],
    at: Date,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, DuplicateHint[]>> {
    const asked = requests.filter(({ itemCodes }) => itemCodes.length > 0);
    if (asked.length === 0) return new Map();
    const kinds = new Map(asked.map((request) => [kindOf(request), request]));
    const keys = [...kinds.keys()];
    const found = await tx.query<Found[]>(FIND, [
      keys.map((_, key) => key),
      keys.map((kind) => kinds.get(kind)?.enterpriseId),
      keys.map((kind) => JSON.stringify(kinds.get(kind)?.itemCodes)),
      new Date(at.getTime() - DAYS * DAY_MS),
    ]);
    const newest = new Map(keys.map((kind, key) => [kind, found.filter((each) => each.key === key)]));
    return new Map(
      asked.map((request) => {
        const same = (newest.get(kindOf(request)) ?? []).filter(({ id }) => id !== request.id);
        return [request.id, same.flatMap((each) => hintsOf(each, request.itemCodes))];
      }),
    );
  }
}

function kindOf({ enterpriseId, itemCodes }: Asked): string {
  return [enterpriseId, ...itemCodes].join(' ');
}

function hintsOf({ itemCodes, id, number, submittedAt }: Found, asked: readonly string[]): DuplicateHint[] {
  const words = {
    zh: `贵企业 ${DAYS} 天内已申请过同一事项（${number}）`,
    en: `your firm asked for the same item within ${DAYS} days (${number})`,
  };
  return itemCodes
    .filter((itemCode) => asked.includes(itemCode))
    .map((itemCode) => ({ kind: 'duplicate', itemCode, requestId: id, number, submittedAt, words }));
}
