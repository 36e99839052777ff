import { nameKey, tidyName } from './name';

describe('names as people write them', () => {
  it('are shown with single blanks and ordinary letters', () =>
    expect(tidyName('  儿童　三轮车　ＡＢ ')).toBe('儿童 三轮车 AB'));
  it('are the same whatever their width, case and blanks', () => expect(nameKey('ＰＨ 值')).toBe(nameKey('ph值')));
  it('are not the same when a character differs', () => expect(nameKey('儿童三轮车')).not.toBe(nameKey('儿童二轮车')));
});
