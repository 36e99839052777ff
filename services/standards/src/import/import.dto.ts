import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Optional, Text } from '@qi/platform';
import type { Refusal } from './batch';
import { importStatuses, type ImportRunRow, type ImportStatus } from './import-run.row';
import { importFormats, type ImportFormat } from './records.reader';
import { sheetFields, type Mapping, type SheetField } from './sheet-record';
import { importProblem } from './import-problem';

export class StartImport {
  @ApiPropertyOptional({ description: `JSON object, header → field: ${sheetFields.join(', ')}` })
  @Optional()
  @Text(5_000)
  mapping?: string;
}

/** Throws `import/mapping`. */
export function readMapping(text = '{}'): Mapping {
  const mapping = parse(text);
  const fields: readonly string[] = sheetFields;
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) throw importProblem.mapping();
  const entries = Object.entries(mapping as Record<string, unknown>);
  if (!entries.every(([, field]) => typeof field === 'string' && fields.includes(field))) throw importProblem.mapping();
  return Object.fromEntries(entries) as Record<string, SheetField>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw importProblem.mapping();
  }
}

export class ImportResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: importFormats }) format: ImportFormat;
  @ApiProperty({ enum: importStatuses }) status: ImportStatus;
  @ApiProperty({ type: 'integer', description: 'last line whose outcome is kept' }) line: number;
  @ApiProperty({ type: 'integer' }) added: number;
  @ApiProperty({ type: 'integer' }) changed: number;
  @ApiProperty({ type: 'integer', description: 'told nothing new, or less than is confirmed' }) kept: number;
  @ApiProperty({ type: 'integer' }) refused: number;
  @ApiPropertyOptional({ type: Object, description: 'why it failed, zh and en' }) problem?: Words;
  @ApiProperty({ type: Object }) startedBy: By;
  @ApiProperty({ type: Date }) startedAt: Date;
  @ApiPropertyOptional({ type: Date }) finishedAt?: Date;
}

export class ImportPage {
  @ApiProperty({ type: [ImportResponse] }) items: ImportResponse[];
  @ApiPropertyOptional() next?: string;
}

export class RefusalResponse implements Refusal {
  @ApiProperty({ type: 'integer' }) line: number;
  @ApiProperty() field: string;
  @ApiProperty() value: string;
  @ApiProperty({ type: Object, description: 'zh and en' }) words: Words;
}

export class RefusalPage {
  @ApiProperty({ type: [RefusalResponse] }) items: RefusalResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toImport(row: ImportRunRow): ImportResponse {
  const { id, fileName, format, status, line, added, changed, kept, refused, startedBy, startedAt } = row;
  return {
    ...{ id, fileName, format, status, line, added, changed, kept, refused },
    ...(row.problem && { problem: row.problem }),
    ...{ startedBy, startedAt },
    ...(row.finishedAt && { finishedAt: row.finishedAt }),
  };
}
