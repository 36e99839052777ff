import { organisationKinds, roles, type OrganisationKind, type Role } from '@qi/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsId } from '@qi/platform';
import type { MembershipRow } from './membership.row';

export class ClaimDto {
  @IsId()
  enterpriseId: string;
}

/** One of the people of the organisation that the actor acts for. */
export class ColleagueResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  sub: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: Role[];

  @ApiProperty({ type: [String] })
  areas: string[];

  @ApiProperty()
  since: Date;
}

export class ColleagueList {
  @ApiProperty({ type: [ColleagueResponse] })
  items: ColleagueResponse[];
}

/** One of the people of a window or an administration. */
export class StaffResponse extends ColleagueResponse {
  @ApiProperty({ enum: organisationKinds })
  organisationKind: OrganisationKind;

  @ApiProperty()
  organisationName: string;
}

export class StaffList {
  @ApiProperty({ type: [StaffResponse] })
  items: StaffResponse[];
}

export function toColleagues(rows: readonly MembershipRow[]): ColleagueList {
  return {
    items: rows.map(toColleague),
  };
}

export function toStaff(rows: readonly MembershipRow[]): StaffList {
  return {
    items: rows.map((row) => ({
      ...toColleague(row),
      ...{ organisationKind: row.organisationKind, organisationName: row.organisationName },
    })),
  };
}

function toColleague({ id, sub, personName, roles: held, areas, createdAt }: MembershipRow): ColleagueResponse {
  return { id, sub, name: personName, roles: held, areas, since: createdAt };
}
