import { ApiProperty } from '@nestjs/swagger';
import { OneOfValues, Text } from '@qi/platform';
import { ArrayNotEmpty, IsArray } from 'class-validator';
import { memberRoles, type MemberRole } from './member';
import type { MemberRow } from './member.row';

export class MemberDto {
  /** Subject of the person's login. */
  @Text(200)
  sub: string;

  @Text(60)
  name: string;

  @ApiProperty({ enum: memberRoles, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @OneOfValues(memberRoles, { each: true })
  roles: MemberRole[];
}

export class MemberResponse extends MemberDto {
  @ApiProperty()
  since: Date;
}

export class MemberList {
  @ApiProperty({ type: [MemberResponse] })
  items: MemberResponse[];
}

export function toList(rows: readonly MemberRow[]): MemberList {
  return { items: rows.map(({ sub, name, roles, createdAt: since }) => ({ sub, name, roles, since })) };
}
