import { activate, approve, assertSound, formatOf, reject, type Annex, type AnnexDetails } from './annex';

const by = { sub: 'a1', name: '管理员' };
const review = { by, at: new Date('2026-03-01T02:00:00Z'), today: '2026-03-01' };
const details: AnnexDetails = {
  ...{ certNo: 'L0001', validFrom: '2026-01-01', validTo: '2030-12-31' },
  ...{ places: {}, onlySite: 's1', mapping: {} },
};

function anAnnex(changes: Partial<Annex> = {}): Annex {
  return {
    ...{ id: 'a', providerId: 'p', ...details, format: 'csv', fileName: '1.csv', filePath: '/1', status: 'proposed' },
    ...{ line: 9, refused: 0, added: 0, changed: 0, kept: 8, gone: 0, registerState: '', problem: null, reason: null },
    ...{ submittedBy: by, submittedAt: review.at, reviewedBy: null, reviewedAt: null },
    ...changes,
  };
}

describe('a proposed annex', () => {
  it('is approved or rejected by somebody at some time', () => {
    expect(approve(anAnnex(), false, review)).toEqual({ status: 'approved', reviewedBy: by, reviewedAt: review.at });
    expect(reject(anAnnex(), '证书编号不符', review)).toMatchObject({ status: 'rejected', reason: '证书编号不符' });
    expect(activate(anAnnex({ status: 'approved' }))).toEqual({ status: 'active' });
  });

  it.each<[string, Partial<Annex>, RegExp]>([
    ['that is still read', { status: 'reading' }, /^annex\//],
    ['that ended', { validTo: '2026-02-28' }, /^annex\/ended/],
    ['with refused rows while something would end', { refused: 1, gone: 1 }, /^annex\/refused-rows/],
  ])('%s is not approved', (_, changes, expected) =>
    expect(() => approve(anAnnex(changes), false, review)).toThrow(expected),
  );

  it('with refused rows is approved where that is confirmed, and where nothing would end', () => {
    expect(approve(anAnnex({ refused: 1, gone: 1 }), true, review).status).toBe('approved');
    expect(approve(anAnnex({ refused: 1 }), false, review).status).toBe('approved');
  });
});

describe('what is submitted', () => {
  it.each<[string, Partial<AnnexDetails>, RegExp]>([
    ['days in the wrong order', { validTo: '2025-12-31' }, /^annex\/ends-before-start/],
    ['a site of somebody else for rows without a place', { onlySite: 's9' }, /^annex\/unknown-site/],
    ['a site of somebody else behind a number', { places: { '1': 's9' } }, /^annex\/unknown-site/],
  ])('with %s is refused', (_, changes, expected) =>
    expect(() => assertSound({ ...details, ...changes }, [{ id: 's1' }])).toThrow(expected),
  );

  it('is told apart by the ending of its name', () => {
    expect(['附表.CSV', 'a.b.xlsx', 'x.json'].map(formatOf)).toEqual(['csv', 'xlsx', 'json']);
    for (const name of ['x.pdf', 'csv', 'x.csv.gz']) expect(() => formatOf(name)).toThrow(/^annex\/format/);
  });
});
