import { readDraft, type Draft } from './draft';

const draft: Draft = {
  number: 'GB／T14747—2025',
  title: { zh: '儿童骑行及活动用品安全　儿童三轮车' },
  ics: ['97.190'],
  ccs: ['Y57'],
  issuedOn: '2025-10-05',
  inForceFrom: '2026-11-01',
  relations: [{ kind: 'replaces', other: 'GB14747-2006', since: '2026-11-01' }],
};
const fields = (changes: Partial<Draft>) => readDraft({ ...draft, ...changes }).faults.map(({ field }) => field);

describe('readDraft', () => {
  it('reads a dirty number, keeps what was printed, and completes the rest', () => {
    const read = readDraft(draft);
    expect('entry' in read && read.entry).toMatchObject({
      standard: {
        number: 'GB/T 14747-2025',
        printed: 'GB／T14747—2025',
        family: 'GB/T 14747',
        title: { zh: '儿童骑行及活动用品安全 儿童三轮车', en: '' },
        mandatory: false,
        endsOn: null,
        confidence: 'confirmed',
      },
      relations: [{ number: 'GB/T 14747-2025', kind: 'replaces', other: 'GB 14747-2006', extent: 'whole' }],
    });
  });

  it.each([
    ['GB 46517-2025', true],
    ['GB/T 46517-2025', false],
    ['GB/Z 1-2025', false],
    ['JJG 41-1990', true],
    ['JJF 1207-2008', false],
    ['ISO 4287:1997', false],
  ])('%s without a word about it is mandatory: %s', (number, mandatory) => {
    const read = readDraft({ number, title: { en: 'x' } });
    expect('entry' in read && read.entry.standard.mandatory).toBe(mandatory);
  });

  it('turns a sentence about the other standard round', () => {
    const read = readDraft({
      number: 'ISO 4287:1997',
      title: { en: 'x' },
      relations: [{ kind: 'replaces', other: 'ISO 21920-2:2021', reversed: true }],
    });
    expect('entry' in read && read.entry.relations[0]).toMatchObject({
      number: 'ISO 21920-2:2021',
      other: 'ISO 4287:1997',
    });
  });

  it.each<[string, Partial<Draft>, string[]]>([
    ['a number that cannot be read', { number: '暂无' }, ['number']],
    ['a number without year', { number: 'GB/T 14747' }, ['number']],
    ['no title', { title: { zh: ' ' } }, ['title']],
    ['classes', { ics: ['9.1'], ccs: ['57Y'] }, ['ics', 'ccs']],
    ['days that do not exist', { issuedOn: '2026-02-30', inForceFrom: 'soon' }, ['issuedOn', 'inForceFrom']],
    ['an order of dates', { issuedOn: '2026-12-01' }, ['inForceFrom']],
    ['an end before the start', { endsOn: '2026-10-31' }, ['endsOn']],
    ['itself', { relations: [{ kind: 'replaces', other: 'GB/T 14747-2025' }] }, ['relations/0/other']],
    ['an undated predecessor', { relations: [{ kind: 'replaces', other: 'GB 14747' }] }, ['relations/0/other']],
  ])('refuses %s and names the field', (_, changes, expected) => expect(fields(changes)).toEqual(expected));
});
