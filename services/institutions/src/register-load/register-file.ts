import { problems } from '@qi/kernel';
import { csvRows } from '@qi/platform';
import type { FieldFault } from '@qi/provider';
import { COLUMNS, REQUIRED, RowReader } from './register-row';
import type { KnownInstitution } from './register-row';

export const registerProblem = problems('register-file', {
  header: { kind: 'invalid', zh: '缺少列：{missing}', en: 'columns are missing: {missing}' },
  scattered: {
    kind: 'invalid',
    zh: '第 {line} 行：同一机构的行须相连（{institution}）',
    en: 'line {line}: the rows of one institution must stand together ({institution})',
  },
});

/** All rows of some institutions, in the text form of COPY. */
export interface RegisterBatch {
  readonly text: string;
  readonly rows: number;
  readonly refused: readonly (FieldFault & { readonly line: number })[];
  /** On which line of the file it ends. */
  readonly line: number;
}

/** No fewer rows are handed over at once, and never a part of an institution's. */
const ROWS = 20_000;

/**
 * The rows of a register file (CSV, one row for each line of scope), institution by institution. Throws
 * `register-file/header` and `register-file/scattered`.
 */
export async function* batchesOf(
  file: string,
  institutions: ReadonlyMap<string, KnownInstitution>,
  today: string,
): AsyncGenerator<RegisterBatch> {
  let reader: { rows: RowReader; places: readonly number[] } | undefined;
  let batch = new Gathering();
  const done = new Set<string>();
  let institution: string | undefined;
  for await (const { line, cells } of csvRows(file)) {
    if (!reader) {
      const places = placesIn(cells);
      reader = { rows: new RowReader(places, institutions, today), places };
      continue;
    }
    const own = cells[reader.places[0] ?? -1] ?? '';
    if (own !== institution) {
      if (done.has(own)) throw registerProblem.scattered({ line, institution: own });
      done.add(own);
      institution = own;
      if (batch.rows >= ROWS) {
        yield batch.end();
        batch = new Gathering();
      }
    }
    batch.take(line, reader.rows.read(cells));
  }
  if (!reader) throw registerProblem.header({ missing: COLUMNS.slice(0, REQUIRED) });
  yield batch.end();
}

class Gathering {
  rows = 0;
  private line = 0;
  private readonly texts: string[] = [];
  private readonly refused: RegisterBatch['refused'][number][] = [];

  take(line: number, read: string | FieldFault): void {
    this.line = line;
    this.rows += 1;
    if (typeof read === 'string') this.texts.push(read);
    else this.refused.push({ line, ...read });
  }

  end(): RegisterBatch {
    const { line, refused, texts } = this;
    return { text: texts.join(''), rows: texts.length, refused, line };
  }
}

function placesIn(header: readonly string[]): number[] {
  const names = header.map((name) => name.trim().replace(/^\uFEFF/, ''));
  const missing = COLUMNS.slice(0, REQUIRED).filter((name) => !names.includes(name));
  if (missing.length > 0) throw registerProblem.header({ missing });
  return COLUMNS.map((name) => names.indexOf(name));
}
