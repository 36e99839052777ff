import {
  ServiceItemPublishedV1,
  ServiceItemRetiredV1,
  serviceItemTransitions,
  type Element,
  type ServiceItemStatus,
} from '@qi/contracts';
import { assertTransition, problems, type Decision, type Words } from '@qi/kernel';

/** A paper the firm hands in with a request. */
export interface AskedDocument {
  readonly code: string;
  readonly name: Words;
  readonly required: boolean;
}

/** One version of one entry of the catalogue. `code` stays, `itemVersion` counts from 1. */
export interface ServiceItem {
  readonly id: string;
  readonly code: string;
  readonly itemVersion: number;
  readonly element: Element;
  readonly name: Words;
  readonly description: Words;
  /** JSON Schema (draft 2020-12 or draft-07 keywords that ajv knows) of the answers; always an object. */
  readonly fields: Record<string, unknown>;
  readonly documents: AskedDocument[];
  readonly priceText: Words;
  /** Working days promised to the firm for the whole service. */
  readonly promisedDays: number;
  /** Working days the provider needs; the critical path counts with it. */
  readonly durationDays: number;
  /** Working days in which an offered provider answers. */
  readonly answerWithinDays: number;
  /** Empty: whoever passes the gates. */
  readonly eligibleProviderIds: string[];
  /** Standards that the item is done by, in canonical form: when one ends, a clerk has to revise the item. */
  readonly standards: string[];
  /** Requests of verified firms for this item need no clerk. */
  readonly autoAccept: boolean;
  readonly status: ServiceItemStatus;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
}

export type ServiceItemContent = Omit<
  ServiceItem,
  'id' | 'code' | 'itemVersion' | 'status' | 'publishedAt' | 'retiredAt'
>;
export type ServiceItemDecision = Decision<
  ServiceItem,
  ReturnType<typeof ServiceItemPublishedV1.of> | ReturnType<typeof ServiceItemRetiredV1.of>
>;

export const serviceItemProblem = problems('service-item', {
  unknown: { kind: 'not-found', zh: '服务事项不存在', en: 'there is no such service item' },
  'unknown-code': {
    kind: 'invalid',
    zh: '没有编码为 {code} 的服务事项',
    en: 'no service item has the code {code}',
  },
  retired: {
    kind: 'conflict',
    zh: '服务事项 {code} 已停用，不再受理',
    en: 'the service item {code} is retired and no longer offered',
  },
  'not-published': {
    kind: 'conflict',
    zh: '服务事项 {code} 尚未发布',
    en: 'the service item {code} is not published yet',
  },
  'code-taken': {
    kind: 'conflict',
    zh: '编码 {code} 已有服务事项；请从其最新版本起草新版本',
    en: 'the code {code} is in use; draft a new version of that item instead',
  },
  'draft-exists': {
    kind: 'conflict',
    zh: '{code} 已有草稿（第 {itemVersion} 版）',
    en: '{code} has a draft already (version {itemVersion})',
  },
  'not-draft': {
    kind: 'conflict',
    zh: '第 {itemVersion} 版已{status}，内容不能修改；请起草新版本',
    en: 'version {itemVersion} is {status} and never changes; draft a new version',
  },
  'fields-schema': {
    kind: 'invalid',
    zh: '字段定义不是有效的 JSON Schema：{fault}',
    en: 'the fields are not a sound JSON Schema: {fault}',
  },
});

export function draft(id: string, code: string, content: ServiceItemContent): ServiceItemDecision {
  return draftOf(id, code, 1, content);
}

/** The next version starts as a copy; the one it comes from stays as it is. */
export function draftNextVersion(id: string, latest: ServiceItem): ServiceItemDecision {
  if (latest.status === 'draft') {
    throw serviceItemProblem['draft-exists']({ code: latest.code, itemVersion: latest.itemVersion });
  }
  return draftOf(id, latest.code, latest.itemVersion + 1, latest);
}

export function revise(item: ServiceItem, content: ServiceItemContent): ServiceItemDecision {
  if (item.status !== 'draft') {
    throw serviceItemProblem['not-draft']({ itemVersion: item.itemVersion, status: item.status });
  }
  return { next: contentOf(content), events: [] };
}

export function publish(item: ServiceItem, now: Date): ServiceItemDecision {
  assertTransition('service-item', serviceItemTransitions, item.status, 'published');
  const { id: itemId, code, itemVersion: version, name, element } = item;
  return {
    next: { status: 'published', publishedAt: now },
    events: [ServiceItemPublishedV1.of({ itemId, code, version, name, element, at: now.toISOString() })],
  };
}

/** A draft that is retired was never shown to anyone, so nobody is told. */
export function retire(item: ServiceItem, now: Date): ServiceItemDecision {
  assertTransition('service-item', serviceItemTransitions, item.status, 'retired');
  const { id: itemId, code, itemVersion: version } = item;
  const event = ServiceItemRetiredV1.of({ itemId, code, version, at: now.toISOString() });
  return { next: { status: 'retired', retiredAt: now }, events: item.status === 'published' ? [event] : [] };
}

function draftOf(id: string, code: string, itemVersion: number, content: ServiceItemContent): ServiceItemDecision {
  const next: ServiceItem = {
    ...contentOf(content),
    id,
    code,
    itemVersion,
    status: 'draft',
    publishedAt: null,
    retiredAt: null,
  };
  return { next, events: [] };
}

function contentOf(content: ServiceItemContent): ServiceItemContent {
  const { element, name, description, fields, documents, priceText, promisedDays } = content;
  const { durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept } = content;
  const times = { promisedDays, durationDays, answerWithinDays };
  return {
    element,
    name,
    description,
    fields,
    documents,
    priceText,
    ...times,
    eligibleProviderIds,
    standards,
    autoAccept,
  };
}
