import type { By } from '@qi/contracts';
import { newId, type Words } from '@qi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { formatOf, type ImportFormat } from './records.reader';
import type { Mapping } from './sheet-record';

export const importStatuses = ['running', 'done', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** One import of one file. `line` is the last one whose outcome is committed: where it goes on after a stop. */
@Entity()
export class ImportRunRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') format: ImportFormat;
  @Column('text') fileName: string;
  @Column('text') filePath: string;
  /** The file was uploaded and goes when the run is over. */
  @Column('boolean') uploaded: boolean;
  @Column('jsonb') mapping: Mapping;
  @Column('text') status: ImportStatus;
  @Column('integer') line: number;
  @Column('integer') added: number;
  @Column('integer') changed: number;
  @Column('integer') kept: number;
  @Column('integer') refused: number;
  @Column('jsonb', { nullable: true }) problem: Words | null;
  @Column('jsonb') startedBy: By;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

export interface ImportFile {
  readonly name: string;
  readonly path: string;
  readonly uploaded: boolean;
}

/** A run at its first line. Throws `import/format`. */
export function newRun(file: ImportFile, mapping: Mapping, startedBy: By, startedAt: Date): ImportRunRow {
  return Object.assign(new ImportRunRow(), {
    ...{ id: newId(), format: formatOf(file.name), fileName: file.name, filePath: file.path },
    ...{ uploaded: file.uploaded, mapping, status: 'running' as const, line: 0 },
    ...{ added: 0, changed: 0, kept: 0, refused: 0, problem: null },
    ...{ startedBy, startedAt, finishedAt: null },
  });
}
