import { DomainError } from '@qi/kernel';
import { register, revise, suspend, verify, type Enterprise } from './enterprise';
import { isOwner, withMember, withoutMember, type Member } from './member';

const now = new Date('2026-11-23T02:00:00Z');
const clerk = { sub: 'clerk-1', name: '窗口人员' };

function anEnterprise(values: Partial<Enterprise> = {}): Enterprise {
  return {
    id: '01932f00-0000-7000-8000-0000000000e1',
    uscc: '91330482MA2B000060',
    name: '平湖示例童车有限公司',
    nameEn: null,
    areaCode: '330482',
    industryCode: '2456',
    legalRepresentative: '张三',
    contacts: [{ name: '李四', phone: '13800000000' }],
    address: '平湖市示例路 1 号',
    longitude: null,
    latitude: null,
    status: 'registered',
    verifiedBy: null,
    verifiedAt: null,
    suspendedReason: null,
    ...values,
  };
}

function problemOf(work: () => unknown): { code: string; details: Record<string, unknown> } {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('register', () => {
  it('starts unverified, whatever the profile says', () => {
    const { next } = register('e1', '91330482MA2B000060', anEnterprise({ status: 'verified', verifiedAt: now }));
    expect(next).toMatchObject({ id: 'e1', status: 'registered', verifiedBy: null, verifiedAt: null });
  });
});

describe('verify', () => {
  it('notes who compared the licence and when, and tells others', () => {
    const { next, events } = verify(anEnterprise(), clerk, now);
    expect(next).toEqual({ status: 'verified', verifiedBy: clerk, verifiedAt: now, suspendedReason: null });
    expect(events).toMatchObject([{ type: 'enterprise.verified.v1', data: { uscc: '91330482MA2B000060' } }]);
  });

  it('ends a suspension', () => {
    expect(verify(anEnterprise({ status: 'suspended', suspendedReason: 'x' }), clerk, now).next).toMatchObject({
      status: 'verified',
      suspendedReason: null,
    });
  });

  it('is refused twice, with the states that may follow', () => {
    const { code, details } = problemOf(() => verify(anEnterprise({ status: 'verified' }), clerk, now));
    expect(code).toBe('enterprise/illegal-transition');
    expect(details).toMatchObject({ legal: ['suspended'] });
  });
});

describe('suspend', () => {
  it('keeps the reason', () => {
    const { next } = suspend(anEnterprise(), '证照过期');
    expect(next).toEqual({ status: 'suspended', suspendedReason: '证照过期' });
  });
});

describe('revise', () => {
  it('lets a member change the address of a verified firm, but not what the licence says', () => {
    const verified = anEnterprise({ status: 'verified' });
    expect(revise(verified, { ...verified, address: '新址' }, false).next).toMatchObject({ address: '新址' });
    const { code, details } = problemOf(() => revise(verified, { ...verified, name: '别名公司' }, false));
    expect(code).toBe('enterprise/licence-fields');
    expect(details).toEqual({ fields: ['name'] });
    expect(revise(verified, { ...verified, name: '别名公司' }, true).next).toMatchObject({ name: '别名公司' });
  });
});

describe('members', () => {
  const member = (sub: string, roles: Member['roles']): Member => ({ enterpriseId: 'e1', sub, name: sub, roles });
  const owner = member('a', ['owner']);

  it('are added once, and change roles when added again', () => {
    const [first] = withMember([member('b', ['applicant'])], member('b', ['finance', 'finance']));
    expect(first).toMatchObject({ sub: 'b', roles: ['finance'] });
  });

  it('always leave one owner', () => {
    expect(problemOf(() => withoutMember([owner], 'a')).code).toBe('enterprise-member/last-owner');
    expect(problemOf(() => withMember([owner], member('a', ['finance']))).code).toBe('enterprise-member/last-owner');
    expect(withoutMember([owner, member('b', ['owner'])], 'a')).toHaveLength(1);
  });

  it('may be without an owner while a clerk enters the firm at the counter', () => {
    expect(withMember([], member('b', ['applicant']))).toHaveLength(1);
  });

  it('cannot be removed when unknown', () => {
    expect(problemOf(() => withoutMember([owner], 'z')).code).toBe('enterprise-member/unknown');
    expect(isOwner([owner], 'a')).toBe(true);
    expect(isOwner([owner], 'z')).toBe(false);
  });
});
