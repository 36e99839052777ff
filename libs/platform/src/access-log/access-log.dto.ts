import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { organisationKinds, roles, scopes, type OrganisationKind, type Role, type Scope } from '@qi/contracts';
import { IsOptional } from 'class-validator';
import { PageQuery } from '../http/paging';
import { IsId, IsInstant, Text } from '../validation/checks';
import type { AccessEntryRow } from './access-entry.row';

export class AccessQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'id of the organisation whose data were looked at' })
  @IsOptional()
  @Text(100)
  ownerId?: string;

  @ApiPropertyOptional({ description: 'who looked' })
  @IsOptional()
  @Text(200)
  sub?: string;

  @ApiPropertyOptional({ description: 'id of what was looked at' })
  @IsOptional()
  @Text(100)
  subjectId?: string;

  @ApiPropertyOptional({ description: 'number of what was looked at' })
  @IsOptional()
  @Text(100)
  subjectNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'all that belongs to this request' })
  @IsOptional()
  @IsId()
  requestId?: string;

  @IsOptional()
  @IsInstant()
  from?: string;

  @IsOptional()
  @IsInstant()
  to?: string;
}

export class AccessOrganisation {
  @ApiProperty({ enum: organisationKinds }) kind: OrganisationKind;
  @ApiProperty() id: string;
  @ApiPropertyOptional({ description: 'where the service that answers knows it' }) name?: string;
}

export class AccessActor {
  @ApiProperty() sub: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: roles, isArray: true }) roles: Role[];
  @ApiPropertyOptional({ type: AccessOrganisation }) organisation?: AccessOrganisation;
}

export class AccessSubject {
  @ApiProperty({ example: 'service-request' }) kind: string;
  @ApiProperty() id: string;
  @ApiPropertyOptional() number?: string;
  @ApiPropertyOptional({ format: 'uuid' }) requestId?: string;
}

export class AccessReasonResponse {
  @ApiProperty({ enum: roles }) role: Role;
  @ApiProperty({ enum: scopes }) scope: Scope;
  @ApiPropertyOptional({ example: '330482' }) area?: string;
  @ApiPropertyOptional({ description: 'as the actor gave it, in the header X-Purpose' }) purpose?: string;
}

export class AccessEntryResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ type: AccessActor }) actor: AccessActor;
  @ApiProperty({ example: 'ServiceRequestController_get' }) operation: string;
  @ApiProperty({ type: AccessSubject }) subject: AccessSubject;
  @ApiProperty({ type: AccessOrganisation }) owner: AccessOrganisation;
  @ApiProperty({ type: AccessReasonResponse }) reason: AccessReasonResponse;
}

export class AccessPage {
  @ApiProperty({ type: [AccessEntryResponse] }) items: AccessEntryResponse[];
  @ApiPropertyOptional({ description: 'cursor of the next page' }) next?: string;
}

/** `names`: of organisations and persons, by id. */
export function toResponse(row: AccessEntryRow, names: ReadonlyMap<string, string>): AccessEntryResponse {
  const { id, at, sub, name, operation, orgKind, orgId, subjectNumber, requestId, area, purpose } = row;
  const named = (kind: OrganisationKind, known: string): AccessOrganisation => {
    const found = names.get(known);
    return { kind, id: known, ...(found !== undefined && { name: found }) };
  };
  return {
    ...{ id, at, operation },
    actor: { sub, name, roles: row.roles, ...(orgKind && orgId ? { organisation: named(orgKind, orgId) } : {}) },
    subject: {
      ...{ kind: row.subjectKind, id: row.subjectId },
      ...(subjectNumber ? { number: subjectNumber } : {}),
      ...(requestId ? { requestId } : {}),
    },
    owner: named(row.ownerKind, row.ownerId),
    reason: { role: row.role, scope: row.scope, ...(area ? { area } : {}), ...(purpose ? { purpose } : {}) },
  };
}
