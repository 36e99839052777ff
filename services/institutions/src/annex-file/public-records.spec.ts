import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRow, type AnnexFrame } from './published-row';

interface Published {
  readonly kind: string;
  readonly rows: readonly {
    readonly object: string;
    readonly param: string;
    readonly std: string | string[];
    readonly limit?: string;
  }[];
}

const file = join(__dirname, '../../../../../shared/data/public-records.jsonl');
const frame: AnnexFrame = {
  ...{ institutionId: 'i1', scheme: 'CNAS', certNo: 'L0867', validFrom: '2009-02-10', validTo: '2012-02-09' },
  places: { byNumber: {}, only: 's1', covered: ['s1'], sites: [{ id: 's1', name: '总部' }] },
};

function scopes(): Published[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Published).filter(({ kind }) => kind === 'scope');
}

(existsSync(file) ? describe : describe.skip)('real annexes (skipped where the data is not there)', () => {
  it('are read without a fault, each object, parameter and method a line', () => {
    const readings = scopes().flatMap(({ rows }) =>
      rows.map(({ object, param, std, limit = '' }) => {
        const methods = [std].flat().join('\n');
        const row = {
          place: '',
          placeName: '',
          category: [],
          object,
          parameter: param,
          methods,
          limitNote: limit,
          startDate: '',
        };
        return { row, ...readRow(row, frame) };
      }),
    );
    expect(readings.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { row, lines } of readings) {
      const [objects, parameters] = [row.object, row.parameter].map((names) => names.split('、').length);
      expect(lines).toHaveLength(objects! * parameters! * row.methods.split('\n').length);
    }
    expect(readings.flatMap(({ lines }) => lines).filter(({ clauses }) => clauses.length > 0).length).toBeGreaterThan(
      0,
    );
  });
});
