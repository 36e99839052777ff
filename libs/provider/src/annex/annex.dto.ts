import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { IsBoolean, isUUID } from 'class-validator';
import { annexChanges, annexProblem, type Annex, type AnnexChange, type AnnexDetails } from './annex';
import type { Refusal } from './annex.store';

export class ApproveAnnex {
  @ApiPropertyOptional({ default: false, description: 'refused rows were looked at; what they stand for may end' })
  @Optional()
  @IsBoolean()
  acceptRefusals?: boolean;
}

export class RejectAnnex {
  @Text(500) reason: string;
}

export class AnnexLineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: annexChanges }) @Optional() @OneOfValues(annexChanges) change?: AnnexChange;
}

export class AnnexRefusal implements Refusal {
  @ApiProperty({ type: 'integer' }) line: number;
  @ApiProperty() field: string;
  @ApiProperty() value: string;
  @ApiProperty({ type: Object, description: 'zh and en' }) words: Words;
}

export class AnnexRefusalPage {
  @ApiProperty({ type: [AnnexRefusal] }) items: AnnexRefusal[];
  @ApiPropertyOptional() next?: string;
}

/** What the form of every annex says. */
interface AnnexForm {
  readonly certNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly siteId?: string;
  readonly places?: string;
  readonly mapping?: string;
}

/** The fields of a form that are common to all annexes. Throws `annex/places`, `annex/mapping`. */
export function annexDetailsOf<F extends string>(form: AnnexForm, fields: readonly F[]) {
  const { certNo, validFrom, validTo, siteId } = form;
  const places = textsIn(form.places, (site): site is string => isUUID(site));
  if (!places) throw annexProblem.places();
  const mapping = textsIn(form.mapping, (field): field is F => (fields as readonly string[]).includes(field));
  if (!mapping) throw annexProblem.mapping();
  return { certNo, validFrom, validTo, places, onlySite: siteId ?? null, mapping } satisfies AnnexDetails;
}

/** A JSON object of sound texts, or undefined. */
function textsIn<T extends string>(json = '{}', sound: (text: string) => text is T): Record<string, T> | undefined {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const all = Object.values(read).every((text) => typeof text === 'string' && sound(text));
    return all ? (read as Record<string, T>) : undefined;
  } catch {
    return undefined;
  }
}

/** What every annex shows of itself. */
export function annexShown(annex: Annex) {
  const { id, certNo, validFrom, validTo, fileName, format, status, line, refused, added, changed, kept } = annex;
  const { gone, problem, reason, submittedBy, submittedAt, reviewedBy, reviewedAt } = annex;
  return {
    ...{ id, certNo, validFrom, validTo, fileName, format, status, line, refused, added, changed, kept },
    ...{ gone, problem, reason, submittedBy, submittedAt, reviewedBy, reviewedAt },
  };
}
