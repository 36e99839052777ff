import { addLine, bodyOf, changeLine, differences, removeLine, sameContent, type Content } from './draft';

const empty: Content = { platformId: 'p', title: '', problem: '', needBy: '', attachmentIds: [], lines: [] };
const testing = { itemCode: 'test', element: 'testing' };
const metrology = { itemCode: 'gauges', element: 'metrology' };

describe('a draft', () => {
  it('takes over what the need told about an item', () => {
    const caliper = { name: '游标卡尺', measurand: '长度', unit: 'mm', min: '0', max: '150' };
    const known = {
      itemCode: 'gauges',
      found: [],
      object: '游标卡尺',
      standards: [],
      instruments: [caliper],
      score: 4,
    };
    const [line] = addLine(empty, metrology, known).lines;
    expect(line?.demand).toMatchObject({
      object: '游标卡尺',
      place: 'laboratory',
      measurements: [{ instrument: '游标卡尺', unit: 'mm', max: '150', service: 'calibration' }],
    });
  });

  it('gives every line a key of its own, also after one was removed', () => {
    const two = addLine(addLine(empty, testing), metrology);
    const again = addLine(removeLine(two, '1'), testing);
    expect(new Set(again.lines.map(({ key }) => key)).size).toBe(2);
  });

  it('forgets dependencies on a line that is removed', () => {
    const two = changeLine(addLine(addLine(empty, testing), metrology), '1', { dependsOn: ['2'] });
    expect(removeLine(two, '2').lines[0]?.dependsOn).toEqual([]);
  });

  it('leaves empty texts out of what it sends', () => {
    expect(bodyOf({ ...empty, title: '  ' })).toEqual({ platformId: 'p', attachmentIds: [], lines: [] });
  });

  it('is the same when only blanks around a text differ', () => {
    expect(sameContent({ ...empty, title: 'a ' }, { ...empty, title: 'a' })).toBe(true);
  });

  it('names what two people wrote differently', () => {
    expect(differences({ ...empty, title: 'mine' }, { ...empty, needBy: '2027-01-01' })).toEqual(['title', 'needBy']);
  });
});
