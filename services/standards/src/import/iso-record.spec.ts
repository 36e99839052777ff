import { isoRecord } from './iso-record';

const record = {
  id: 'ISO 4287:1997',
  title: 'Profile method',
  published: '1997-04',
  stage: '95.99',
  ics: ['17.040.20'],
  rel: [['updates', 'ISO 21920-2:2021']],
};
const read = (changes: object) => isoRecord(JSON.stringify({ ...record, ...changes }));

describe('isoRecord', () => {
  it('knows that «updates» points to the newer document', () =>
    expect(read({})).toMatchObject({
      issuedOn: '1997-04-01',
      withdrawn: true,
      confidence: 'to-confirm',
      relations: [{ kind: 'replaces', other: 'ISO 21920-2:2021', reversed: true }],
    }));
  it('and «obsoletes» to the older one', () =>
    expect(read({ stage: '60.60', rel: [['obsoletes', 'ISO 1:1990']] })).toMatchObject({
      withdrawn: false,
      confidence: 'confirmed',
      relations: [{ kind: 'replaces', other: 'ISO 1:1990' }],
    }));
  it('leaves out successors that are projects, and a loop of one', () =>
    expect(
      read({
        rel: [
          ['updates', 'ISO/CD 16602'],
          ['updates', 'ISO 4287-1997'],
        ],
      }),
    ).toMatchObject({ relations: [] }));
  it.each<[string, object, string]>([
    ['a draft', { stage: '40.60' }, 'stage'],
    ['a date that is none', { published: '2009-13' }, 'published'],
    ['a number that is no text', { id: 4287 }, 'id'],
    ['classes that are no list', { ics: 'x' }, 'ics'],
    ['relations of another shape', { rel: [1] }, 'rel'],
  ])('refuses %s and names the field', (_, changes, field) => expect(read(changes)).toMatchObject({ field }));
  it.each(['', '{', '[]', 'null'])('refuses what is not a record: %s', (line) =>
    expect(isoRecord(line)).toMatchObject({ field: '' }),
  );
});
