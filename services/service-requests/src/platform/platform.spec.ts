import { DomainError } from '@qi/kernel';
import { areasOutside, close, merge, notOpen, open, plan, revise, type Platform } from './platform';

const now = new Date('2026-11-23T02:00:00Z');

function aPlatform(values: Partial<Platform> = {}): Platform {
  return {
    id: '01932f00-0000-7000-8000-000000000001',
    name: { zh: '平湖童车质量基础设施一站式服务平台', en: 'Pinghu children’s vehicle platform' },
    status: 'open',
    industryCodes: ['2456'],
    areaCodes: ['330482'],
    address: null,
    longitude: null,
    latitude: null,
    openingHours: null,
    phone: null,
    mergedIntoId: null,
    ...values,
  };
}

const other = aPlatform({ id: '01932f00-0000-7000-8000-000000000002' });
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

describe('plan', () => {
  it('starts a platform as planned, each area and industry once', () => {
    const { next, events } = plan('p1', aPlatform({ areaCodes: ['330482', '330424', '330482'] }), now);
    expect(next).toMatchObject({ status: 'planned', areaCodes: ['330424', '330482'], mergedIntoId: null });
    expect(events[0]?.data).toMatchObject({ platformId: 'p1', status: 'planned', at: now.toISOString() });
  });
});

describe('open, close', () => {
  it('tells others the new state', () => {
    const { next, events } = open(aPlatform({ status: 'planned' }), now);
    expect(next).toEqual({ status: 'open' });
    expect(events).toMatchObject([{ type: 'platform.changed.v1', data: { status: 'open', areaCodes: ['330482'] } }]);
  });

  it('refuses to open a closed platform and says what is allowed', () => {
    expect(codeOf(() => open(aPlatform({ status: 'closed' }), now))).toBe('platform/illegal-transition');
  });

  it('closes a planned platform that was never opened', () => {
    expect(close(aPlatform({ status: 'planned' }), now).next).toEqual({ status: 'closed' });
  });
});

describe('merge', () => {
  it('names the platform that takes over', () => {
    expect(merge(aPlatform(), other, now).next).toEqual({ status: 'merged', mergedIntoId: other.id });
  });

  it('refuses itself, and a target that is not open', () => {
    expect(codeOf(() => merge(aPlatform(), aPlatform(), now))).toBe('platform/merge-into-itself');
    expect(codeOf(() => merge(aPlatform(), { ...other, status: 'merged' }, now))).toBe('platform/target-not-open');
  });

  it('refuses a platform that is still planned', () => {
    expect(codeOf(() => merge(aPlatform({ status: 'planned' }), other, now))).toBe('platform/illegal-transition');
  });
});

describe('revise', () => {
  it('keeps the state', () => {
    const { next, events } = revise(aPlatform(), { ...aPlatform(), phone: '0573-85000000' }, now);
    expect(next).toMatchObject({ phone: '0573-85000000' });
    expect(events[0]?.data).toMatchObject({ status: 'open' });
  });

  it('refuses a platform that has ended', () => {
    expect(codeOf(() => revise(aPlatform({ status: 'merged' }), aPlatform(), now))).toBe('platform/not-changeable');
  });
});

describe('areasOutside', () => {
  it('lets a city manage its counties and nothing beyond', () => {
    expect(areasOutside(aPlatform({ areaCodes: ['330482', '330783'] }), ['330400'])).toEqual(['330783']);
    expect(areasOutside(aPlatform(), [])).toEqual(['330482']);
  });
});

describe('notOpen', () => {
  it('names the successor of a merged platform', () => {
    const error = notOpen(aPlatform({ status: 'merged', mergedIntoId: other.id }));
    expect(error.details).toEqual({ status: 'merged', mergedIntoId: other.id });
  });
});
