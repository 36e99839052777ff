import { Deliverable, Demand, EnterpriseRef, faultsOf, TaskOpenedV1 } from '@qi/contracts';
import { checkUscc } from '@qi/kernel';
import { Value } from '@sinclair/typebox/value';
import { aDeliverable, aDemand, anEnterprise, aTaskOpened, aUscc } from './builders';

describe('builders', () => {
  it('give values that keep the contracts', () => {
    expect(faultsOf(TaskOpenedV1 as never, aTaskOpened())).toEqual([]);
    expect(Value.Check(Demand, aDemand())).toBe(true);
    expect(Value.Check(Deliverable, aDeliverable())).toBe(true);
    expect(Value.Check(EnterpriseRef, anEnterprise())).toBe(true);
  });

  it('give another sound credit code each time', () => {
    const codes = Array.from({ length: 200 }, () => aUscc('330402'));
    expect(new Set(codes).size).toBe(200);
    expect(codes.filter((code) => !checkUscc(code).ok)).toEqual([]);
  });

  it('take what a test cares about', () => {
    expect(aTaskOpened({ element: 'metrology' }).element).toBe('metrology');
    expect(anEnterprise({ areaCode: '330402' }).uscc.slice(2, 8)).toBe('330402');
  });
});
