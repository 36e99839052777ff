import { describeCases } from './calibration-case';

const MEASURAND = 'measurand-covered/no-such-measurand';
const RANGE = 'range-covered/out-of-range';
const PRECISION = 'cmc-within-tolerance/not-precise-enough';
const SPLIT = 'site-has-all/split-between-sites';
const force = { measurand: '力', instrumentKinds: ['测力'], range: '0–1000 N', u: '0.5 N' };
const gauge = { instrument: '数显测力计', measurand: '力', range: '0–500 N', tolerance: '5' };

describeCases('measurand and range, across units', [
  { is: 'a range within the capability', institutes: { 甲: [{}] }, measure: [{}], gets: '甲' },
  { is: 'the same range to its ends', institutes: { 甲: [{}] }, measure: [{ range: '0–300 mm' }], gets: '甲' },
  {
    is: 'a millimetre beyond the end',
    institutes: { 甲: [{}] },
    measure: [{ range: '0–301 mm' }],
    gets: null,
    fails: { 甲: RANGE },
  },
  { is: 'asked in centimetres', institutes: { 甲: [{}] }, measure: [{ range: '0–30 cm' }], gets: '甲' },
  { is: 'asked in metres', institutes: { 甲: [{}] }, measure: [{ range: '0–0.3 m' }], gets: '甲' },
  {
    is: 'asked in metres, a micrometre too much: decimals, not floats',
    institutes: { 甲: [{}] },
    measure: [{ range: '0–0.300001 m' }],
    gets: null,
    fails: { 甲: RANGE },
  },
  { is: 'held in micrometres', institutes: { 甲: [{ range: '0–300000 μm' }] }, measure: [{}], gets: '甲' },
  { is: 'held in um, as typed', institutes: { 甲: [{ range: '0–300000 um' }] }, measure: [{}], gets: '甲' },
  {
    is: 'kilonewtons against newtons',
    institutes: { 甲: [{ ...force, range: '0–1 kN' }] },
    measure: [gauge],
    gets: '甲',
  },
  {
    is: 'a unit of another quantity',
    institutes: { 甲: [{}] },
    measure: [{ range: '0–150 N' }],
    gets: null,
    fails: { 甲: RANGE },
  },
  {
    is: 'a unit that nobody knows',
    institutes: { 甲: [{}] },
    measure: [{ range: '0–150 furlong' }],
    gets: null,
    fails: { 甲: 'range-covered/unit-unknown' },
  },
  {
    is: 'two capabilities of one site share the range',
    institutes: { 甲: [{ range: '0–100 mm' }, { range: '100–300 mm' }] },
    measure: [{ range: '0–150 mm' }],
    gets: '甲',
  },
  {
    is: 'two capabilities with a gap between them',
    institutes: { 甲: [{ range: '0–100 mm' }, { range: '101–300 mm' }] },
    measure: [{ range: '0–150 mm' }],
    gets: null,
    fails: { 甲: RANGE },
  },
  {
    is: 'another instrument of the same measurand: gauge blocks are no calipers',
    institutes: { 甲: [{ instrumentKinds: ['量块'] }] },
    measure: [{}],
    gets: null,
    fails: { 甲: MEASURAND },
  },
  {
    is: 'one of two instruments is not enough',
    institutes: { 甲: [{}], 乙: [{}, force] },
    measure: [{}, gauge],
    gets: '乙',
    fails: { 甲: MEASURAND },
  },
]);

describeCases('uncertainty and tolerance (TUR at least 3)', [
  { is: 'tolerance 0.05 against U 0.01 is 5', institutes: { 甲: [{}] }, measure: [{ tolerance: '0.05' }], gets: '甲' },
  { is: 'exactly 3 is enough', institutes: { 甲: [{}] }, measure: [{ tolerance: '0.03' }], gets: '甲' },
  {
    is: 'a hair below 3 is not',
    institutes: { 甲: [{}] },
    measure: [{ tolerance: '0.0299' }],
    gets: null,
    fails: { 甲: PRECISION },
    says: /2\.99/,
  },
  {
    is: 'U in micrometres, tolerance in millimetres',
    institutes: { 甲: [{ u: '10 μm' }] },
    measure: [{ tolerance: '0.03' }],
    gets: '甲',
  },
  {
    is: 'U at k = 3 is brought to k = 2 before it is compared',
    institutes: { 甲: [{ u: '0.015 mm', k: '3' }] },
    measure: [{ tolerance: '0.03' }],
    gets: '甲',
  },
  {
    is: 'U at k = 1 grows when it is brought to k = 2',
    institutes: { 甲: [{ u: '0.01 mm', k: '1' }] },
    measure: [{ tolerance: '0.05' }],
    gets: null,
    fails: { 甲: PRECISION },
  },
  {
    is: 'a relative uncertainty is taken at the far end of the range: 0.1 % of 150 mm is no match for 0.05 mm',
    institutes: { 甲: [{ u: '0.1 %' }] },
    measure: [{ tolerance: '0.05' }],
    gets: null,
    fails: { 甲: PRECISION },
  },
  { is: 'no tolerance given: nothing is compared', institutes: { 甲: [{ u: '1 mm' }] }, measure: [{}], gets: '甲' },
  {
    is: 'the more precise of two institutes',
    institutes: { 粗: [{ u: '0.05 mm' }], 精: [{ u: '0.002 mm' }] },
    measure: [{ tolerance: '0.02' }],
    gets: '精',
    fails: { 粗: PRECISION },
  },
  {
    is: '0.1 °C of uncertainty is a difference of 0.1 K',
    institutes: { 甲: [{ measurand: '温度', instrumentKinds: ['温度计'], range: '0–100 °C', u: '0.1 K' }] },
    measure: [{ instrument: '数字温度计', measurand: '温度', range: '10–50 °C', tolerance: '0.5' }],
    gets: '甲',
  },
]);

describeCases('validity, place and authority', [
  {
    is: 'a suspended capability: the reference standard has drifted',
    institutes: { 甲: [{ status: 'suspend' }], 乙: [{}] },
    measure: [{}],
    gets: '乙',
    fails: { 甲: 'capability-valid/not-active' },
  },
  {
    is: 'a capability that ends before the planned date',
    institutes: { 甲: [{ validTo: '2026-11-15' }] },
    measure: [{}],
    gets: null,
    fails: { 甲: 'capability-valid/out-of-date' },
  },
  {
    is: 'a capability that was given up is nobody’s near miss',
    institutes: { 甲: [{ status: 'withdraw' }] },
    measure: [{}],
    gets: null,
  },
  {
    is: 'a suspended institute',
    institutes: { 甲: { capabilities: [{}], status: 'suspend' } },
    measure: [{}],
    gets: null,
    fails: { 甲: 'provider-active/inactive' },
    says: /监督检查/,
  },
  {
    is: 'on site only who may work on site',
    institutes: { 甲: [{}], 乙: [{ onSite: true }] },
    measure: [{}],
    more: { demand: { place: 'on-site' } },
    gets: '乙',
    fails: { 甲: 'done-on-site/laboratory-only' },
  },
  {
    is: 'half of the instruments at each of two sites',
    institutes: { 甲: { sites: 2, capabilities: [{}, { ...force, site: 1 }] } },
    measure: [{}, gauge],
    gets: null,
    fails: { 甲: SPLIT },
  },
  {
    is: 'half at each of two sites, with the consent of the firm',
    institutes: { 甲: { sites: 2, capabilities: [{}, { ...force, site: 1 }] } },
    measure: [{}, gauge],
    more: { subcontracting: true },
    gets: '甲',
  },
  {
    is: 'verification is another service than calibration',
    institutes: { 甲: [{}] },
    measure: [{ service: 'verification' }],
    gets: null,
    fails: { 甲: MEASURAND },
  },
  {
    is: 'verification where the authority was given',
    institutes: { 甲: [{ kind: 'verification', legalAreas: ['330400'] }] },
    measure: [{ service: 'verification' }],
    gets: '甲',
  },
  {
    is: 'verification where the authority was given to another',
    institutes: { 甲: [{ kind: 'verification', legalAreas: ['330700'] }] },
    measure: [{ service: 'verification' }],
    gets: null,
    fails: { 甲: 'legal-authority/no-authority-in-area' },
  },
  {
    is: 'calibration asks for no authority',
    institutes: { 甲: [{ kind: 'calibration' }] },
    measure: [{ service: 'calibration' }],
    gets: '甲',
  },
]);
