import { areaPrefix, areasAround, industriesAround } from './area';

describe('areasAround', () => {
  it('goes from the county to the country', () => {
    expect(areasAround('330482')).toEqual(['330482', '330400', '330000', '100000']);
    expect(areasAround('330000')).toEqual(['330000', '100000']);
    expect(areasAround('100000')).toEqual(['100000']);
  });
});

describe('areaPrefix', () => {
  it('covers everything inside', () => {
    expect(['330482', '330400', '330000', '100000'].map(areaPrefix)).toEqual(['330482', '3304', '33', '']);
  });
});

describe('industriesAround', () => {
  it('goes from the class to the division', () => {
    expect(industriesAround('2456')).toEqual(['2456', '245', '24']);
    expect(industriesAround('24')).toEqual(['24']);
  });
});
