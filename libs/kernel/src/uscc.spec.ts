import fc from 'fast-check';
import { checkUscc, parseUscc } from './uscc';

describe('checkUscc', () => {
  it.each([
    '91350100M000100Y43',
    '91110108551385082Q',
    '91330482MA29GEU99P',
    '11320000MB151840XJ',
    '91330482MA2B000060',
    'N2330482MF0000000E',
    ' 91330482 ma29geu99p ',
    '９１３３０４８２ＭＡ２９ＧＥＵ９９Ｐ',
  ])('takes %s', (raw) => {
    expect(checkUscc(raw)).toMatchObject({ ok: true });
  });

  it.each([
    ['91350200M000000510', 'check-digit'],
    ['91350128M00000019A', 'check-digit'],
    ['91350100M000100Y4Z', 'charset'],
    ['91310115MA1H8R7C6D', 'check-digit'],
    ['123456789012345678', 'organisation-code'],
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['9135010OM000100Y43', 'charset'],
    ['9135A100M000100Y43', 'charset'],
    ['B1350100M000100Y43', 'registrar'],
    ['91990100M000100Y43', 'area'],
    ['统一社会信用代码统一社会信用代码一二', 'charset'],
  ])('refuses %p because of %s, in both languages', (raw, failed) => {
    const check = checkUscc(raw);
    expect(check).toMatchObject({ ok: false, failed });
    expect(check).toHaveProperty('words.zh', expect.stringMatching(/\S/));
    expect(check).toHaveProperty('words.en', expect.stringMatching(/\S/));
  });

  it('notices any single character typed wrong', () => {
    const valid = '91110108551385082Q';
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.nat(17), character, (at, typed) => {
        fc.pre(typed !== valid[at]);
        expect(checkUscc(valid.slice(0, at) + typed + valid.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('notices two neighbours exchanged', () => {
    const valid = '91330482MA29GEU99P';
    for (let at = 0; at < 17; at += 1) {
      if (valid[at] === valid[at + 1]) continue;
      const swapped = valid.slice(0, at) + valid[at + 1] + valid[at] + valid.slice(at + 2);
      expect(checkUscc(swapped).ok).toBe(false);
    }
  });
});

describe('parseUscc', () => {
  it('takes the code apart', () => {
    expect(parseUscc('91330482ma29geu99p')).toEqual({
      value: '91330482MA29GEU99P',
      registrar: '9',
      kind: '1',
      areaCode: '330482',
      organisationCode: 'MA29GEU99',
    });
  });

  it('throws an invalid problem that names the check', () => {
    expect(() => parseUscc('123456789012345678')).toThrow(
      expect.objectContaining({ code: 'uscc/organisation-code', kind: 'invalid' }),
    );
  });
});
