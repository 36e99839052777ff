import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStandardNumber } from './standard-number';

/** Real numbers lie outside the project, beside it; without them these tests are skipped. */
const SHARED = join(__dirname, '../../../../../shared/data');
const CATALOGUE = join(SHARED, 'standards/iso-catalog.jsonl');
const RECORDS = join(SHARED, 'public-records.jsonl');

const on = (file: string, title: string, test: () => void) =>
  existsSync(file)
    ? it(title, test)
    : it.skip(`${title} (skipped: ${file.slice(SHARED.length + 1)} is not there)`, test);

describe('parseStandardNumber on real numbers', () => {
  on(CATALOGUE, 'reads the whole ISO catalogue, whose spelling is the canonical one', () => {
    const ids = [...new Set(linesOf(CATALOGUE).map((line) => (JSON.parse(line) as { id: string }).id))];
    const unread = ids.filter((id) => !parseStandardNumber(id));
    const respelt = ids.filter((id) => (parseStandardNumber(id)?.canonical ?? id) !== id);
    console.info(`${ids.length - unread.length} of ${ids.length} read`);
    expect(ids.length).toBeGreaterThan(60_000);
    expect(unread).toEqual([]);
    expect(respelt).toEqual([]);
  });

  on(RECORDS, 'reads every number in the public scope and supersession records', () => {
    const cited = linesOf(RECORDS).flatMap((line) => numbersIn(JSON.parse(line)));
    console.info(`${cited.length} cited numbers`);
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((number) => !parseStandardNumber(number))).toEqual([]);
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

interface PublicRecord {
  readonly old?: string;
  readonly new?: string;
  readonly rows?: readonly { readonly std?: string | readonly string[] }[];
}

function numbersIn(record: PublicRecord): string[] {
  const scope = Array.isArray(record.rows) ? record.rows.flatMap(({ std }) => std ?? []) : [];
  return [record.old, record.new, ...scope].filter((number) => number !== undefined);
}
