import { organisationKinds, roles, type OrganisationKind, type Role } from '@qi/contracts';
import { IsAreaCode, OneOfValues, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, ValidateNested } from 'class-validator';

export class DemoMembershipDto {
  @Text(200)
  sub: string;

  @Text(60)
  personName: string;

  @OneOfValues(organisationKinds)
  organisationKind: OrganisationKind;

  @Text(100)
  organisationId: string;

  @Text(200)
  organisationName: string;

  @IsArray()
  @ArrayNotEmpty()
  @OneOfValues(roles, { each: true })
  roles: Role[];

  @IsArray()
  @IsAreaCode({ each: true })
  areas: string[];
}

export class DemoMembershipsDto {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DemoMembershipDto)
  memberships: DemoMembershipDto[];
}
