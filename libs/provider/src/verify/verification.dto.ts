import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { deliverableKinds } from '@qi/contracts';
import type { DeliverableKind } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Text } from '@qi/platform';
import { JobWords } from '../job/job.response';
import type { JobRow } from '../job/job.row';
import { standings } from './verification';
import type { Standing, Verification } from './verification';

export class VerificationQuery {
  /** Number of a report or certificate, as printed on it. */
  @ApiProperty({ example: 'TR-20261122-000123' })
  @Text(100)
  number: string;
}

export class VerifiedDeliverable {
  @ApiProperty() number: string;
  @ApiProperty({ enum: deliverableKinds }) kind: DeliverableKind;
  @ApiProperty({ enum: standings }) standing: Standing;
  @ApiProperty({ type: [String], description: 'numbers of what took its place' }) replacedBy: readonly string[];
  @ApiPropertyOptional({ type: JobWords, description: 'why it is in doubt' }) cause?: Words;
  @ApiProperty() institution: string;
  @ApiProperty({ type: JobWords }) item: Words;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'of the file as it was handed over' }) sha256: string;
}

export class VerifiedDeliverables {
  @ApiProperty({ type: [VerifiedDeliverable], description: 'several where institutions number alike' })
  items: VerifiedDeliverable[];
}

export function toVerified(job: JobRow, { deliverable, ...rest }: Verification): VerifiedDeliverable {
  const { number, kind, issuedOn, sha256 } = deliverable;
  const item = { zh: job.itemZh, en: job.itemEn };
  return { number, kind, issuedOn, sha256, ...rest, institution: job.providerName, item };
}
