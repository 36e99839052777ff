import type { Relation } from './relation';
import { stepOf } from './relation';
import { successionOf } from './succession';
import type { Validity } from './status';

const known = (dates: Partial<Validity>): Validity => ({
  issuedOn: null,
  inForceFrom: null,
  endsOn: null,
  withdrawn: false,
  ...dates,
});
const relation = (number: string, kind: Relation['kind'], other: string, more: Partial<Relation> = {}): Relation => ({
  ...{ number, kind, other, extent: null, clauses: [], degree: null, since: null },
  ...more,
});

const standards = new Map<string, Validity>([
  ['GB 14747-1993', known({ endsOn: '2006-09-30' })],
  ['GB 14747-2006', known({ inForceFrom: '2006-10-01', endsOn: '2026-10-31' })],
  ['GB/T 14747-2025', known({ issuedOn: '2025-10-05', inForceFrom: '2026-11-01' })],
  ['GB 46517-2025', known({ issuedOn: '2025-10-05', inForceFrom: '2026-11-01' })],
  ['JJG 41-1990', known({ endsOn: '2009-03-29' })],
  ['JJF 1207-2008', known({ inForceFrom: '2009-03-30' })],
  ['ISO 4287:1997', known({ withdrawn: true })],
  ['ISO 21920-2:2021', known({ issuedOn: '2021-12-01' })],
  ['ISO 1:1990', known({ withdrawn: true })],
  ['ISO 1:1995', known({ withdrawn: true })],
]);
const relations = [
  relation('GB 14747-2006', 'replaces', 'GB 14747-1993'),
  relation('GB/T 14747-2025', 'replaces', 'GB 14747-2006', { extent: 'whole', since: '2026-11-01' }),
  relation('GB 46517-2025', 'replaces', 'GB 14747-2006', { extent: 'part', since: '2026-11-01' }),
  relation('JJF 1207-2008', 'replaces', 'JJG 41-1990'),
  relation('ISO 21920-2:2021', 'replaces', 'ISO 4287:1997'),
  relation('ISO 1:1990', 'amended-by', 'ISO 1:1990/Amd 1:1992'),
  relation('ISO 1:1995', 'replaces', 'ISO 1:1990'),
  relation('ISO 1:1990', 'replaces', 'ISO 1:1995'),
];
const around = { standards, steps: relations.map(stepOf).filter((step) => step !== undefined) };
const of = (number: string, on: string) => successionOf(around, number, on);

describe('successionOf', () => {
  it('GB 14747-2006 is followed by another prefix and a general standard, on the day and not before', () => {
    expect(of('GB 14747-2006', '2026-10-31')).toMatchObject({
      status: 'in-force',
      inForce: [],
      upcoming: ['GB/T 14747-2025', 'GB 46517-2025'],
    });
    expect(of('GB 14747-2006', '2026-11-01')).toMatchObject({
      status: 'withdrawn',
      inForce: ['GB/T 14747-2025', 'GB 46517-2025'],
      upcoming: [],
    });
  });

  it('follows a chain to what is in force, and stops there', () => {
    expect(of('GB 14747-1993', '2026-10-30').inForce).toEqual(['GB 14747-2006']);
    expect(of('GB 14747-1993', '2026-11-05').inForce).toEqual(['GB/T 14747-2025', 'GB 46517-2025']);
    expect(of('GB 14747-1993', '2026-11-05').after.map(({ to, extent }) => `${to} ${extent}`)).toEqual([
      'GB 14747-2006 whole',
      'GB/T 14747-2025 whole',
      'GB 46517-2025 part',
    ]);
  });

  it.each([
    ['JJG 41-1990', 'JJF 1207-2008'],
    ['ISO 4287:1997', 'ISO 21920-2:2021'],
  ])('%s is followed by another family, %s', (old, successor) =>
    expect(of(old, '2026-11-22').inForce).toEqual([successor]),
  );

  it('shows what a standard came from', () =>
    expect(of('GB/T 14747-2025', '2026-11-22').before.map(({ from }) => from)).toEqual([
      'GB 14747-2006',
      'GB 14747-1993',
    ]));

  it('walks a loop once, and an amendment replaces nothing', () => {
    const { after, inForce, upcoming, unknown } = of('ISO 1:1990', '2026-11-22');
    expect(after.map(({ to }) => to)).toEqual(['ISO 1:1995', 'ISO 1:1990']);
    expect([inForce, upcoming, unknown]).toEqual([[], [], []]);
  });

  it('names a successor that the library does not hold, and claims no status for a standard it does not know', () => {
    const split = relation('ISO 9:2000', 'split-into', 'ISO 9-1:2010');
    const steps = [stepOf(split)!, stepOf(relation('ISO 8:2001', 'merged-from', 'ISO 7:1999'))!];
    expect(successionOf({ steps, standards }, 'ISO 9:2000', '2026-11-22')).toMatchObject({
      status: undefined,
      unknown: ['ISO 9-1:2010'],
    });
    expect(successionOf({ steps, standards }, 'ISO 7:1999', '2026-11-22').unknown).toEqual(['ISO 8:2001']);
  });
});
