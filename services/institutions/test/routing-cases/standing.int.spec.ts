import { describeCases } from './routing-case';

const VALID = 'line-valid-on-planned-date';
const ACTIVE = 'provider-active/inactive';
const SPLIT = 'site-has-all/split-between-sites';
const NEW = '儿童三轮车 | 稳定性 | GB/T 14747-2025';
const BRAKE = '儿童三轮车 | 制动性能 | GB/T 14747-2025';
const BOTH = ['稳定性 × GB/T 14747-2025', '制动性能 × GB/T 14747-2025'];
const FOOD = '食品 | 总砷 | GB/T 5009.11-2003';
const certificate = { scheme: 'CMA', number: '231100340088', validFrom: '2023-03-01', validTo: '2029-02-28' };

describeCases('validity of lines, certificates and institutions', [
  {
    is: 'the annex L0867 ended on 2012-02-09: nothing of it can be used today',
    registeredOn: '2010-01-04',
    labs: { 盐田: [[FOOD, { validFrom: '2009-02-10', validTo: '2012-02-09', scheme: 'CNAS', certNo: 'L0867' }]] },
    ask: { object: '食品', tests: ['总砷 × GB/T 5009.11-2003'] },
    gets: null,
    fails: { 盐田: `${VALID}/expired` },
    says: /能力条目在计划日期有效/,
  },
  {
    is: 'on its last day the annex L0867 could be used',
    registeredOn: '2010-01-04',
    labs: { 盐田: [[FOOD, { validFrom: '2009-02-10', validTo: '2012-02-09', scheme: 'CNAS', certNo: 'L0867' }]] },
    ask: { object: '食品', tests: ['总砷 × GB/T 5009.11-2003'], on: '2012-02-09' },
    gets: '盐田',
  },
  {
    is: 'the annex L3068 ended on 2012-05-10; another laboratory still holds the line',
    registeredOn: '2010-01-04',
    labs: {
      L3068: [['电子电气产品废弃物 | 汞 | SN/T 2004.1-2005', { validFrom: '2009-12-26', validTo: '2012-05-10' }]],
      乙: ['电子电气产品废弃物 | 汞 | SN/T 2004.1-2005'],
    },
    ask: { object: '电子电气产品废弃物', tests: ['汞 × SN/T 2004.1-2005'] },
    gets: '乙',
    fails: { L3068: `${VALID}/expired` },
  },
  {
    is: 'valid today and not on the planned date',
    labs: { 甲: [[NEW, { validTo: '2026-11-15' }]] },
    ask: { on: '2026-11-16' },
    gets: null,
    fails: { 甲: `${VALID}/expired` },
  },
  {
    is: 'the last day of a line belongs to it',
    labs: { 甲: [[NEW, { validTo: '2026-11-16' }]] },
    ask: { on: '2026-11-16' },
    gets: '甲',
  },
  {
    is: 'a line that begins after the planned date',
    labs: { 甲: [[NEW, { validFrom: '2026-11-17' }]] },
    ask: { on: '2026-11-16' },
    gets: null,
    fails: { 甲: `${VALID}/not-yet-valid` },
  },
  {
    is: 'a suspended line',
    labs: { 甲: [[NEW, { status: 'suspended' }]], 乙: [NEW] },
    ask: {},
    gets: '乙',
    fails: { 甲: `${VALID}/suspended` },
  },
  {
    is: 'a line that was given up is nobody’s near miss',
    labs: { 甲: [[NEW, { status: 'withdrawn' }]] },
    ask: {},
    gets: null,
    says: /没有登记的机构可供选择/,
  },
  {
    is: 'a line that is only proposed counts for nothing',
    labs: { 甲: [[NEW, { status: 'proposed' }]], 乙: [NEW] },
    ask: {},
    gets: '乙',
  },
  {
    is: 'valid lines on a certificate that expires before the planned date',
    labs: { 甲: { lines: [NEW], certificates: [{ ...certificate, validTo: '2026-11-10' }] } },
    ask: {},
    gets: null,
    fails: { 甲: `${VALID}/expired` },
  },
  {
    is: 'the certificate outlasts the planned date',
    labs: { 甲: { lines: [NEW], certificates: [{ ...certificate, validTo: '2026-11-16' }] } },
    ask: {},
    gets: '甲',
  },
  {
    is: 'valid lines on a suspended certificate',
    labs: { 甲: { lines: [NEW], certificates: [{ ...certificate, status: 'suspended' }] } },
    ask: {},
    gets: null,
    fails: { 甲: `${VALID}/suspended` },
  },
  {
    is: 'valid lines on a withdrawn certificate',
    labs: { 甲: { lines: [NEW], certificates: [{ ...certificate, status: 'withdrawn' }] } },
    ask: {},
    gets: null,
    fails: { 甲: `${VALID}/withdrawn` },
  },
  {
    is: 'another certificate of the institution is suspended: the line does not rest on it',
    labs: { 甲: { lines: [NEW], certificates: [{ ...certificate, number: 'X', status: 'suspended' }] } },
    ask: {},
    gets: '甲',
  },
  {
    is: 'the same line under a second certificate carries the task when the first is suspended',
    labs: {
      甲: {
        lines: [NEW, [NEW, { scheme: 'CNAS', certNo: 'L0001' }]],
        certificates: [{ ...certificate, status: 'suspended' }],
      },
    },
    ask: {},
    gets: '甲',
  },
  {
    is: 'a suspended institution, with the reason',
    labs: { 甲: { lines: [NEW], status: 'suspended' } },
    ask: {},
    gets: null,
    fails: { 甲: ACTIVE },
    says: /监督检查/,
  },
  {
    is: 'an institution that was struck off is no candidate',
    labs: { 甲: { lines: [NEW], status: 'withdrawn' }, 乙: [NEW] },
    ask: {},
    gets: '乙',
  },
  {
    is: 'an institution that does not provide the element',
    labs: { 甲: { lines: [NEW], profile: { elements: ['certification'] } } },
    ask: {},
    gets: null,
    fails: { 甲: ACTIVE },
  },
]);

describeCases('schemes', [
  {
    is: 'the scheme asked for is there',
    labs: { 甲: [NEW] },
    ask: { more: { demand: { schemes: ['CMA'] } } },
    gets: '甲',
  },
  {
    is: 'CNAS is asked for, the line is CMA only',
    labs: { 甲: [NEW] },
    ask: { more: { demand: { schemes: ['CNAS'] } } },
    gets: null,
    fails: { 甲: 'scheme-present/scheme-missing' },
  },
  {
    is: 'both schemes are asked for: each must carry every pair',
    labs: { 甲: [NEW, [NEW, { scheme: 'CNAS', certNo: 'L0001' }], BRAKE], 乙: [NEW, BRAKE] },
    ask: { tests: BOTH, more: { demand: { schemes: ['CMA', 'CNAS'] } } },
    gets: null,
    fails: { 甲: 'scheme-present/scheme-missing', 乙: 'scheme-present/scheme-missing' },
  },
  {
    is: 'both schemes for every pair',
    labs: { 甲: [NEW, [NEW, { scheme: 'CNAS', certNo: 'L0001' }]] },
    ask: { more: { demand: { schemes: ['CMA', 'CNAS'] } } },
    gets: '甲',
  },
  {
    is: 'no scheme asked for: any will do',
    labs: { 甲: [[NEW, { scheme: 'CNAS', certNo: 'L0001' }]] },
    ask: {},
    gets: '甲',
  },
]);

describeCases('sites', [
  {
    is: 'two sites with half the scope each',
    labs: { 甲: { sites: 2, lines: [NEW, [BRAKE, { site: 1 }]] } },
    ask: { tests: BOTH },
    gets: null,
    fails: { 甲: SPLIT },
  },
  {
    is: 'two sites with half the scope each, and the firm consents to parts being done elsewhere',
    labs: { 甲: { sites: 2, lines: [NEW, [BRAKE, { site: 1 }]] } },
    ask: { tests: BOTH, more: { subcontracting: true } },
    gets: '甲',
  },
  {
    is: 'one site of two holds everything: that site gets it',
    labs: { 甲: { sites: 2, lines: [NEW, BRAKE, [NEW, { site: 1 }]] } },
    ask: { tests: BOTH },
    gets: '甲',
  },
  {
    is: 'half the scope each, and one half suspended: told by what is suspended',
    labs: { 甲: { sites: 2, lines: [NEW, [BRAKE, { site: 1, status: 'suspended' }]] } },
    ask: { tests: BOTH },
    gets: null,
    fails: { 甲: `${VALID}/suspended` },
  },
  {
    is: 'schemes are held per site: CMA here and CNAS there is neither',
    labs: { 甲: { sites: 2, lines: [NEW, [NEW, { site: 1, scheme: 'CNAS', certNo: 'L0001' }]] } },
    ask: { more: { demand: { schemes: ['CMA', 'CNAS'] } } },
    gets: null,
    fails: { 甲: SPLIT },
  },
]);
