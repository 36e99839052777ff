import { roles, type Role } from '@qi/contracts';
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

export function toColleagues(rows: readonly MembershipRow[]): ColleagueList {
  return {
    items: rows.map(({ id, sub, personName: name, roles: held, areas, createdAt: since }) => ({
      ...{ id, sub, name, roles: held, areas, since },
    })),
  };
}
