import { statusOn } from './status';

const tricycles = { issuedOn: '2025-10-05', inForceFrom: '2026-11-01', endsOn: null, withdrawn: false };
const old = { issuedOn: '2006-02-21', inForceFrom: '2006-10-01', endsOn: '2026-10-31', withdrawn: false };
const nobodyKnows = { issuedOn: null, inForceFrom: null, endsOn: null, withdrawn: false };

describe('statusOn', () => {
  it.each([
    ['2025-10-04', 'unissued'],
    ['2025-10-05', 'issued'],
    ['2026-10-31', 'issued'],
    ['2026-11-01', 'in-force'],
    ['2099-01-01', 'in-force'],
  ])('a new standard on %s is %s', (on, status) => expect(statusOn(tricycles, on)).toBe(status));

  it.each([
    ['2026-10-31', 'in-force'],
    ['2026-11-01', 'withdrawn'],
  ])('its last day is still in force: on %s it is %s', (on, status) => expect(statusOn(old, on)).toBe(status));

  it('is withdrawn on every day when only the fact is known', () =>
    expect(statusOn({ ...nobodyKnows, withdrawn: true }, '1999-01-01')).toBe('withdrawn'));

  it('a planned end leaves it in force until then, though the register calls it withdrawn', () =>
    expect(statusOn({ ...old, withdrawn: true }, '2026-10-31')).toBe('in-force'));

  it('counts from its issue when nobody says when it comes into force', () =>
    expect(statusOn({ ...nobodyKnows, issuedOn: '2009-11-01' }, '2009-11-01')).toBe('in-force'));
});
