import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@qi/platform';
import { __camel__Statuses, type __Pascal__Status } from './__name__';
import type { __Pascal__Row } from './__name__.row';

export class Open__Pascal__Dto {
  @Text(200)
  name: string;
}

export class __Pascal__Response {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: __camel__Statuses })
  status: __Pascal__Status;

  @ApiProperty({ description: 'row version, the ETag' })
  version: number;
}

export function toResponse({ id, name, status, version }: __Pascal__Row): __Pascal__Response {
  return { id, name, status, version };
}
