import { organisationKinds, roles, type OrganisationKind, type Role } from '@qi/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsAreaCode, OneOfValues, Optional, Text } from '@qi/platform';
import { ArrayMaxSize, ArrayNotEmpty, IsArray } from 'class-validator';
import type { InvitationRow } from './invitation.row';

export class InviteDto {
  @ApiProperty({ enum: organisationKinds })
  @OneOfValues(organisationKinds)
  organisationKind: OrganisationKind;

  @ApiProperty({ description: 'id at its service; of an administration its area code' })
  @Text(100)
  organisationId: string;

  @ApiProperty({ description: 'of an administration; others have their name at their service', required: false })
  @Optional()
  @Text(200)
  organisationName?: string;

  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @OneOfValues(roles, { each: true })
  roles: Role[];

  @IsArray()
  @ArrayMaxSize(50)
  @IsAreaCode({ each: true })
  areas: string[];

  /** Who is meant. */
  @Text(200)
  note: string;
}

export class InvitationSecretDto {
  @Text(100)
  secret: string;
}

export class InvitationResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: organisationKinds })
  organisationKind: OrganisationKind;

  @ApiProperty()
  organisationId: string;

  @ApiProperty()
  organisationName: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: Role[];

  @ApiProperty({ type: [String] })
  areas: string[];

  @ApiProperty()
  note: string;

  @ApiProperty()
  expiresAt: Date;
}

export class NewInvitationResponse extends InvitationResponse {
  @ApiProperty({ description: 'path of the address to hand over; it is shown this once' })
  link: string;
}

export class InvitationList {
  @ApiProperty({ type: [InvitationResponse] })
  items: InvitationResponse[];
}

export function toResponse(row: InvitationRow): InvitationResponse {
  const { id, organisationKind, organisationId, organisationName, roles: given, areas, note, expiresAt } = row;
  return { id, organisationKind, organisationId, organisationName, roles: given, areas, note, expiresAt };
}
