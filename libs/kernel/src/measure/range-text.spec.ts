import { parseRange } from './range-text';

describe('parseRange', () => {
  it.each([
    ['(0~150)mm', { min: '0', max: '150', unit: 'mm' }],
    ['（0～150）mm', { min: '0', max: '150', unit: 'mm' }],
    ['0 mm～150 mm', { min: '0', max: '150', unit: 'mm' }],
    ['(-30~200)℃', { min: '-30', max: '200', unit: '°C' }],
    ['(20 ~ 95)%RH', { min: '20', max: '95', unit: '%RH' }],
    ['30至130dB(A)', { min: '30', max: '130', unit: 'dB(A)' }],
    ['≤100 kN', { max: '100', unit: 'kN' }],
    ['100kN以下', { max: '100', unit: 'kN' }],
    ['100kN及以下', { max: '100', unit: 'kN' }],
    ['不小于 5 m', { min: '5', unit: 'm' }],
    ['0.5 mg/kg以上', { min: '0.5', unit: 'mg/kg' }],
  ])('%s', (text, range) => expect(parseRange(text)).toEqual(range));

  it.each(['', '0~150', '(0~150)格', '10 mV～1 V', '小型', '100 以下', 'mm'])('does not guess %j', (text) =>
    expect(parseRange(text)).toBeUndefined(),
  );
});
