import { windowsFor } from './window-for';

const firm = { areaCode: '330482', industryCode: '2456' };
const window = (name: string, area: string, industry = '13') => ({
  name,
  areaCodes: [area],
  industryCodes: [industry],
});
const namesFor = (...windows: ReturnType<typeof window>[]) => windowsFor(windows, firm).map(({ name }) => name);

describe('the window of a firm', () => {
  it('is the one of its county, not the first of the list', () => {
    const windows = [
      window('another county', '330483', '2456'),
      window('province', '330000'),
      window('own', '330482'),
      window('city', '330400'),
    ];
    expect(namesFor(...windows)).toEqual(['own', 'city', 'province', 'another county']);
  });

  it('among those of one place is the one of its industry', () => {
    expect(namesFor(window('toys', '330482', '24'), window('food', '330482', '13'))[0]).toBe('toys');
    expect(namesFor(window('food', '330482', '13'), window('toys', '330482', '24'))[0]).toBe('toys');
  });

  it('is that of the country where none is nearer', () => {
    expect(namesFor(window('Shanghai', '310000'), window('country', '100000'))[0]).toBe('country');
  });
});
