import { triageStep } from './triage-keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('triageStep', () => {
  it('moves down and up and stays within the list', () => {
    expect(triageStep(press('j'), 0, 2)).toEqual({ kind: 'select', index: 1 });
    expect(triageStep(press('j'), 1, 2)).toEqual({ kind: 'select', index: 1 });
    expect(triageStep(press('k'), 0, 2)).toEqual({ kind: 'select', index: 0 });
  });

  it('leaves the browser its own shortcuts and unknown keys', () => {
    expect(triageStep(press('r', { ctrlKey: true }), 0, 2)).toBeUndefined();
    expect(triageStep(press('x'), 0, 2)).toBeUndefined();
  });

  it('does nothing in an empty list but show the help', () => {
    expect(triageStep(press('a'), 0, 0)).toBeUndefined();
    expect(triageStep(press('?'), 0, 0)).toEqual({ kind: 'help' });
  });
});
