import { DomainError } from '@qi/kernel';
import { draft, draftNextVersion, publish, retire, revise, type ServiceItem } from './service-item';

const now = new Date('2026-11-23T02:00:00Z');

function anItem(values: Partial<ServiceItem> = {}): ServiceItem {
  return {
    id: '01932f00-0000-7000-8000-00000000001a',
    code: 'test-tricycle',
    itemVersion: 1,
    element: 'testing',
    name: { zh: '儿童三轮车检测', en: 'Testing of children’s tricycles' },
    description: { zh: '', en: '' },
    fields: { type: 'object', properties: {}, additionalProperties: false },
    documents: [],
    priceText: { zh: '面议', en: 'on request' },
    promisedDays: 15,
    durationDays: 10,
    answerWithinDays: 2,
    eligibleProviderIds: [],
    standards: [],
    autoAccept: false,
    status: 'published',
    publishedAt: now,
    retiredAt: null,
    ...values,
  };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('draft', () => {
  it('is version 1, and shown to nobody', () => {
    const { next, events } = draft('i1', 'test-tricycle', anItem());
    expect(next).toMatchObject({ id: 'i1', itemVersion: 1, status: 'draft', publishedAt: null });
    expect(events).toEqual([]);
  });
});

describe('draftNextVersion', () => {
  it('copies the content under the next version and leaves the old one alone', () => {
    const published = anItem({ itemVersion: 3 });
    const { next } = draftNextVersion('i2', published);
    expect(next).toMatchObject({ id: 'i2', code: 'test-tricycle', itemVersion: 4, status: 'draft', publishedAt: null });
    expect(published).toEqual(anItem({ itemVersion: 3 }));
  });

  it('revives a retired item as a new version', () => {
    expect(draftNextVersion('i2', anItem({ status: 'retired' })).next).toMatchObject({ itemVersion: 2 });
  });

  it('refuses a second draft', () => {
    expect(codeOf(() => draftNextVersion('i2', anItem({ status: 'draft' })))).toBe('service-item/draft-exists');
  });
});

describe('revise', () => {
  it('changes a draft, never its code, version or state', () => {
    const { next } = revise(anItem({ status: 'draft' }), anItem({ promisedDays: 20, itemVersion: 9, code: 'x' }));
    expect(next).toMatchObject({ promisedDays: 20 });
    expect(Object.keys(next)).not.toEqual(expect.arrayContaining(['itemVersion']));
    expect(next).not.toHaveProperty('code');
    expect(next).not.toHaveProperty('status');
  });

  it.each(['published', 'retired'] as const)('refuses a version that is %s', (status) => {
    expect(codeOf(() => revise(anItem({ status }), anItem()))).toBe('service-item/not-draft');
  });
});

describe('publish, retire', () => {
  it('tell others code and version', () => {
    expect(publish(anItem({ status: 'draft' }), now).events).toMatchObject([
      { type: 'service-item.published.v1', data: { code: 'test-tricycle', version: 1, element: 'testing' } },
    ]);
    expect(retire(anItem(), now).events).toMatchObject([{ type: 'service-item.retired.v1', data: { version: 1 } }]);
  });

  it('say nothing about a draft that is thrown away', () => {
    expect(retire(anItem({ status: 'draft' }), now)).toMatchObject({ next: { status: 'retired' }, events: [] });
  });

  it('are refused where the table does not allow them', () => {
    expect(codeOf(() => publish(anItem(), now))).toBe('service-item/illegal-transition');
    expect(codeOf(() => retire(anItem({ status: 'retired' }), now))).toBe('service-item/illegal-transition');
  });
});
