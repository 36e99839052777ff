import { validateSync } from 'class-validator';
import { constraintWords } from './constraint-words';
import {
  IsAreaCode,
  IsBusinessDate,
  IsDecimalText,
  IsId,
  IsInstant,
  IsStandardNumber,
  IsUscc,
  OneOfValues,
  Text,
} from './checks';
import { textFaults } from './text-faults';

function englishFor(check: PropertyDecorator, value: unknown): string | undefined {
  class Dto {
    value: unknown;
  }
  check(Dto.prototype, 'value');
  const [error] = validateSync(Object.assign(new Dto(), { value }));
  const name = Object.keys(error?.constraints ?? {})[0];
  return error && name ? constraintWords(error, name).en : undefined;
}

describe('checks', () => {
  it.each([
    ['an id', IsId(), '01a203e5-a3e2-753d-9027-0bb8d043edbd'],
    ['a credit code', IsUscc(), '91350100M000100Y43'],
    ['an area', IsAreaCode(), '330482'],
    ['a leap day', IsBusinessDate(), '2028-02-29'],
    ['an instant', IsInstant(), '2026-11-22T10:00:00+08:00'],
    ['a decimal', IsDecimalText(), '-0.050'],
    ['a standard', IsStandardNumber(), 'GB/T 14747-2025'],
    ['a listed value', OneOfValues(['a']), 'a'],
    ['a text', Text(3), '汉字𠮷'],
    ['an empty text where it may be', Text(3, 0), ''],
    ['a list of ids', IsId({ each: true }), []],
  ])('take %s', (_, check, value) => {
    expect(englishFor(check, value)).toBeUndefined();
  });

  it.each([
    [IsId(), 'x', 'is not an id (UUID)'],
    [IsUscc(), '91350100M000100Y44', 'the check character in place 18 is wrong'],
    [IsUscc(), 5, 'must be a text'],
    [IsAreaCode(), '33', 'an area code has six digits'],
    [IsAreaCode(), '990000', 'the first two digits name no province: 990000'],
    [IsBusinessDate(), '2026-02-29', 'is not a date (YYYY-MM-DD)'],
    [IsBusinessDate(), '2026-2-1', 'is not a date (YYYY-MM-DD)'],
    [IsInstant(), '2026-11-22T10:00:00', 'is not an ISO 8601 time with a zone'],
    [IsInstant(), '2026-13-22T10:00:00Z', 'is not an ISO 8601 time with a zone'],
    [IsInstant(), '2026-02-30T10:00:00Z', 'is not an ISO 8601 time with a zone'],
    [IsDecimalText(), '1e5', 'is not a decimal number (as text)'],
    [IsDecimalText(), 1, 'must be a text'],
    [IsStandardNumber(), 'the usual one', 'not a standard number that can be read: the usual one'],
    [OneOfValues(['a', 'b']), 'c', 'must be one of a, b'],
    [Text(3), '   ', 'must not be empty'],
    [Text(3), 'four', 'must have at most 3 characters'],
    [Text(9, 5), 'four', 'must have at least 5 characters'],
    [IsId({ each: true }), ['x'], 'is not an id (UUID)'],
  ])('%# refuse %p with «%s»', (check, value, words) => {
    expect(englishFor(check, value)).toBe(words);
  });

  it('finds texts that cannot be stored wherever they hide', () => {
    const pointers = textFaults({ a: ['ok', 'n\0'], 'b/c': { '\ud800': 1 }, d: '𠮷' }).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/a/1', '/b~1c']);
  });
});
