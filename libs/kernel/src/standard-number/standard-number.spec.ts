import { parseStandardNumber, standardNumber } from './standard-number';

describe('parseStandardNumber › reads', () => {
  it.each([
    // as published
    ['GB/T 14747-2025', 'GB/T 14747-2025'],
    ['GB 14747-2006', 'GB 14747-2006'],
    ['GB 6675.2-2014', 'GB 6675.2-2014'],
    ['GB/Z 41117-2021', 'GB/Z 41117-2021'],
    ['GBZ 2.1-2019', 'GBZ 2.1-2019'],
    ['GBZ/T 300.1-2017', 'GBZ/T 300.1-2017'],
    ['SN/T 2004.2-2005', 'SN/T 2004.2-2005'],
    ['QB/T 2918-2007', 'QB/T 2918-2007'],
    ['RB/T 214-2017', 'RB/T 214-2017'],
    ['GB/T 15224.2-2004', 'GB/T 15224.2-2004'],
    ['GJB 150.1A-2009', 'GJB 150.1A-2009'],
    ['JTG D60-2015', 'JTG D60-2015'],
    ['TSG T7001-2009', 'TSG T7001-2009'],
    ['T/PABA 001-2023', 'T/PABA 001-2023'],
    ['T/ZZB 1234-2020', 'T/ZZB 1234-2020'],
    ['Q/ABC 001-2020', 'Q/ABC 001-2020'],
    ['Q/HB J01-2020', 'Q/HB J01-2020'],
    ['DB33/T 2428-2022', 'DB33/T 2428-2022'],
    ['DB3304/T 12-2021', 'DB3304/T 12-2021'],
    ['DB1403/T 22-2023', 'DB1403/T 22-2023'],
    ['JJG 41-1990', 'JJG 41-1990'],
    ['JJF 1207-2008', 'JJF 1207-2008'],
    ['JJG(浙) 12-2010', 'JJG(浙) 12-2010'],
    ['CNAS-CL01:2018', 'CNAS-CL01:2018'],
    ['CNAS-CL01-A001:2022', 'CNAS-CL01-A001:2022'],
    ['ISO 4287:1997', 'ISO 4287:1997'],
    ['ISO 21920-2:2021', 'ISO 21920-2:2021'],
    ['ISO/IEC 17025:2017', 'ISO/IEC 17025:2017'],
    ['ISO/IEC TS 17021-2:2016', 'ISO/IEC TS 17021-2:2016'],
    ['ISO 105-E01:2013', 'ISO 105-E01:2013'],
    ['ISO 1000:1992/Amd 1:1998', 'ISO 1000:1992/Amd 1:1998'],
    ['IEC 60335-1:2020+A1:2021', 'IEC 60335-1:2020+A1:2021'],
    ['EN 71-1:2014+A1:2018', 'EN 71-1:2014+A1:2018'],
    ['EN ISO 8098:2014', 'EN ISO 8098:2014'],
    ['BS EN 71-1:2014+A1:2018', 'BS EN 71-1:2014+A1:2018'],
    ['EN 1122B:2001', 'EN 1122B:2001'],
    ['ASTM F963-17', 'ASTM F963-17'],
    ['ASTM D1003-13e1', 'ASTM D1003-13e1'],
    ['ASTM A370-21a', 'ASTM A370-21a'],
    ['CPSC-CH-E1004-11', 'CPSC-CH-E1004-11'],
    ['CPSC-CH-E1001-08.1', 'CPSC-CH-E1001-08.1'],
    ['US EPA 6010B-1996', 'US EPA 6010B-1996'],
    ['16 CFR 1303', '16 CFR 1303'],
    ['JIS T 9212:2009', 'JIS T 9212:2009'],
    ['AS/NZS 8124.1:2019', 'AS/NZS 8124.1:2019'],
    ['AATCC 8-2016', 'AATCC 8-2016'],
    ['IEEE 802.3-2018', 'IEEE 802.3-2018'],
    ['UL 60950-1:2007', 'UL 60950-1:2007'],
    ['ISO/IEC Guide 98-3:2008/Suppl 1:2008', 'ISO/IEC Guide 98-3:2008/Suppl 1:2008'],
    ['Q/320583 ABC 001-2020', 'Q/320583 ABC 001-2020'],
    ['Q/ABC123 001-2020', 'Q/ABC123 001-2020'],
    // as typed
    ['GB/T3325', 'GB/T 3325'],
    ['GB3325', 'GB 3325'],
    ['gb/t 3325-2024', 'GB/T 3325-2024'],
    ['GBT 3325-2024', 'GB/T 3325-2024'],
    ['GB T 3325-2024', 'GB/T 3325-2024'],
    ['ＧＢ／Ｔ　３３２５－２０２４', 'GB/T 3325-2024'],
    ['GB/T 3325–2024', 'GB/T 3325-2024'],
    ['GB/T 3325—2024', 'GB/T 3325-2024'],
    ['GB/T 3325−2024', 'GB/T 3325-2024'],
    ['GB∕T 3325-2024', 'GB/T 3325-2024'],
    ['GB / T 3325 - 2024', 'GB/T 3325-2024'],
    ['GB/T 3325一2024', 'GB/T 3325-2024'],
    ['《GB/T 3325-2024》', 'GB/T 3325-2024'],
    [' GB/T 3325-2024。', 'GB/T 3325-2024'],
    ['GB/T\u200b 3325-2024', 'GB/T 3325-2024'],
    ['GB 14747 2006', 'GB 14747-2006'],
    ['GB 5009-85', 'GB 5009-1985'],
    ['GB/T 5226-2010A', 'GB/T 5226-2010A'],
    ['DB15/T2903-2023', 'DB15/T 2903-2023'],
    ['DB31/ 199-2018', 'DB31 199-2018'],
    ['DBS33/ 3005-2015', 'DBS33 3005-2015'],
    ['T/ZZB1234—2020', 'T/ZZB 1234-2020'],
    ['Q/330482ABC001-2020', 'Q/330482ABC 001-2020'],
    ['JJG41-90', 'JJG 41-1990'],
    ['JJG（浙）12—2010', 'JJG(浙) 12-2010'],
    ['ISO4287-1997', 'ISO 4287:1997'],
    ['ISO 3613-2000(E)', 'ISO 3613:2000'],
    ['ISO 21920-2-2021', 'ISO 21920-2:2021'],
    ['ISO 4287：1997', 'ISO 4287:1997'],
    ['EN71-1:2014', 'EN 71-1:2014'],
    ['ASTM D 2061-2007(2013)', 'ASTM D2061-07(2013)'],
    ['ASTM D2061-07(2013)', 'ASTM D2061-07(2013)'],
    ['ASTM F 963—17', 'ASTM F963-17'],
    ['EPA 3052-1996', 'US EPA 3052-1996'],
    ['GB 6675.1-2014/XG1-2018', 'GB 6675.1-2014/XG1-2018'],
    ['GB 6675.1-2014 第1号修改单', 'GB 6675.1-2014/XG1'],
    ['GB 50016-2014（2018年版）', 'GB 50016-2014(2018年版)'],
  ])('%s as %s, and its own canonical form unchanged', (raw, canonical) => {
    expect(standardNumber(raw)).toMatchObject({ raw, canonical });
    expect(standardNumber(canonical).canonical).toBe(canonical);
  });

  it('takes a number apart', () => {
    expect(standardNumber('GB 6675.2－2014 5.8,5.9')).toEqual({
      raw: 'GB 6675.2－2014 5.8,5.9',
      canonical: 'GB 6675.2-2014',
      family: 'GB 6675.2',
      prefix: 'GB',
      system: 'national',
      number: '6675',
      part: '2',
      year: 2014,
      clauses: ['5.8', '5.9'],
    });
  });

  it.each([
    ['ASTM F963-17 4.7', 'ASTM F963-17', ['4.7']],
    ['GB 6675.2-2014 第5.8条', 'GB 6675.2-2014', ['5.8']],
    ['GB/T 5009.3-2003 第一法', 'GB/T 5009.3-2003', ['第一法']],
    ['GB/T 5009.3-2003第二法', 'GB/T 5009.3-2003', ['第二法']],
    ['EN 71-1:2014 clause 8.2', 'EN 71-1:2014', ['8.2']],
    ['EN 71-1:2014, Annex A', 'EN 71-1:2014', ['Annex A']],
    ['GB 6675.2-2014（4.3、4.4.2）', 'GB 6675.2-2014', ['4.3', '4.4.2']],
    ['GB/T 3325 5.3', 'GB/T 3325', ['5.3']],
    ['GB/T 3325-2024 附录A', 'GB/T 3325-2024', ['附录A']],
    ['ISO 8098:2014 4.2-4.6', 'ISO 8098:2014', ['4.2-4.6']],
  ])('the clauses of %s', (raw, canonical, clauses) => {
    expect(standardNumber(raw)).toMatchObject({ canonical, clauses });
  });

  it.each([
    ['GB/T 19001-2016/ISO 9001:2015', 'GB/T 19001-2016', 'ISO 9001:2015'],
    ['GB/T 27025-2019/ISO/IEC 17025:2017', 'GB/T 27025-2019', 'ISO/IEC 17025:2017'],
    ['GB/T 14747-2006（ISO 8124-1:2000，MOD）', 'GB/T 14747-2006', 'ISO 8124-1:2000'],
    ['GB/T 19001-2016 idt ISO 9001:2015', 'GB/T 19001-2016', 'ISO 9001:2015'],
  ])('both halves of %s', (raw, canonical, adopts) => {
    expect(standardNumber(raw)).toMatchObject({ canonical, adopts });
  });

  it.each([
    ['GB/T 3325', undefined, 'national'],
    ['HG/T 2006-2022', 2022, 'industry'],
    ['DB33/T 2428-2022', 2022, 'local'],
    ['T/PABA 001-2023', 2023, 'group'],
    ['Q/ABC 001-2020', 2020, 'enterprise'],
    ['JJF 1207-2008', 2008, 'metrology'],
    ['CNAS-CL01:2018', 2018, 'accreditation'],
    ['IEC 60335-1:2020', 2020, 'international'],
    ['EN 71-1:2014', 2014, 'regional'],
    ['ASTM F963-17', 2017, 'foreign'],
  ])('year and system of %s', (raw, year, system) => {
    const parsed = standardNumber(raw);
    expect([parsed.year, parsed.system]).toEqual([year, system]);
  });
});

describe('parseStandardNumber › never guesses', () => {
  it('a /T that was not typed', () => {
    expect(standardNumber('GB3325').family).toBe('GB 3325');
    expect(standardNumber('GB 14747-2006').family).not.toBe(standardNumber('GB/T 14747-2006').family);
  });

  it.each([
    '',
    ' ',
    '暂无',
    '无',
    '合计',
    'P1',
    '14747-2025',
    'GB',
    'GB/T',
    'GB/ 3325',
    'NO 12',
    '甲醛释放量',
    'GB/T 3325-2024 金属家具',
    '金属家具 GB/T 3325-2024',
    'GB 14747-20066',
    'GB/T 2423-10',
    'GB 14747-1066',
    'GB/T 3325-2024-1',
    'DB99/T 12-2020',
    'DB332428-2022',
    'ISO',
    'EN',
    'ASTM',
    'ASTM 963-17',
    'GB/T 3325-2024 和其他',
    'T/ 001-2020',
    'Q/001-2020',
    'ISO 9001:15',
    'GB/T 3325-2024;GB/T 3324-2017',
    '0',
    '-',
    '/',
  ])('anything from %p', (raw) => {
    expect(parseStandardNumber(raw)).toBeUndefined();
    expect(() => standardNumber(raw)).toThrow(/^standard-number\/unparseable/);
  });

  it('stops at overlong text, and is quick with hostile text', () => {
    expect(parseStandardNumber(`GB/T 3325-2024 ${'5.8,'.repeat(60)}`)).toBeUndefined();
    const started = performance.now();
    for (const piece of ['1.', 'A1 ', '-1', 'ISO/', '(', ' 5.8', 'Q/A ', ','])
      parseStandardNumber(`Q/${piece.repeat(90)}`.slice(0, 200));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
