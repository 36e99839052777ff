import { cnasRecord } from './cnas-record';

/** A record with the fields of the public query; the values are invented. */
const record = {
  num: '1',
  objCh: '儿童三轮车',
  paramNum: '1.1',
  paramCh: '锐利边缘',
  stdCode: 'GB 6675.2-2014',
  stdDescAndClause: '玩具安全 第2部分：机械与物理性能 GB 6675.2-2014 5.8,5.9',
  limitCh: '',
  stdStatus: '现行',
  bigTypeName: '轻工产品',
  typeName: '玩具',
  startDate: '2024-05-01',
  branchId: 12,
};

describe('a CNAS record', () => {
  it('is read with the clauses of its description', () =>
    expect(cnasRecord(record)).toEqual({
      place: '12',
      placeName: '',
      category: ['轻工产品', '玩具'],
      object: '儿童三轮车',
      parameter: '锐利边缘',
      methods: 'GB 6675.2-2014 5.8,5.9',
      limitNote: '',
      startDate: '2024-05-01',
    }));

  it('keeps words behind the number that are no clause as a limit', () =>
    expect(cnasRecord({ ...record, stdDescAndClause: 'GB 6675.2-2014 只做部分', limitCh: '限小型' })).toMatchObject({
      methods: 'GB 6675.2-2014',
      limitNote: '限小型；只做部分',
    }));

  it.each([
    ['2024/5/1 00:00:00', '2024-05-01'],
    [1714492800000, '2024-05-01'],
    [null, ''],
  ])('reads the date %j', (startDate, expected) =>
    expect(cnasRecord({ ...record, startDate })).toMatchObject({ startDate: expected }),
  );

  it.each([
    [{ ...record, startDate: '明天' }, 'startDate'],
    ['x', 'record'],
  ])('refuses %j', (wrong, field) => expect(cnasRecord(wrong)).toMatchObject({ field }));
});
