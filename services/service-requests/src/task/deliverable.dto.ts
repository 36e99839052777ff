import { deliverableKinds, elements, type Deliverable, type DeliverableKind, type Element } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneOfValues, PageQuery, Text } from '@qi/platform';
import { IsOptional } from 'class-validator';
import type { TaskRow } from './task.row';

export class DeliverableQuery extends PageQuery {
  @ApiPropertyOptional({ enum: elements })
  @IsOptional()
  @OneOfValues(elements)
  element?: Element;

  @ApiPropertyOptional({ description: 'part of the number or of the title' })
  @IsOptional()
  @Text(100)
  q?: string;
}

/** What was delivered, and what it was asked for. */
export class DeliverableResponse {
  @ApiProperty({ format: 'uuid', description: 'of its file, which the provider of the job keeps' })
  id: string;

  @ApiProperty({ enum: deliverableKinds })
  kind: DeliverableKind;

  @ApiProperty()
  number: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ description: 'of the file, hex' })
  sha256: string;

  @ApiProperty({ description: 'bytes' })
  size: number;

  @ApiProperty({ enum: elements })
  element: Element;

  @ApiProperty({ type: Object, description: 'name of the service item, { zh, en }' })
  itemName: Words;

  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty()
  requestNumber: string;

  @ApiProperty({ format: 'uuid' })
  jobId: string;

  @ApiProperty()
  providerName: string;

  @ApiPropertyOptional({ type: Object, description: 'why it is in doubt, { zh, en }' })
  doubt?: Words;
}

export class DeliverablePage {
  @ApiProperty({ type: [DeliverableResponse] })
  items: DeliverableResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function toResponse(task: TaskRow, deliverable: Deliverable): DeliverableResponse {
  const { fileId, kind, number, title, issuedOn, sha256, size } = deliverable;
  const { element, itemName, requestId, requestNumber, job } = task;
  return {
    ...{ id: fileId, kind, number, title, issuedOn, sha256, size, element, itemName, requestId, requestNumber },
    ...{ jobId: job?.jobId ?? '', providerName: job?.providerName ?? '' },
    ...(job?.flagged?.numbers.includes(number) && { doubt: job.flagged.cause }),
  };
}
