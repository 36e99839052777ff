import { organisationKinds, roles, type OrganisationKind, type Role } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId } from '@qi/platform';
import type { Membership } from '../membership/membership';
import type { Session } from './session';

export class OrganisationResponse {
  @ApiProperty({ enum: organisationKinds })
  kind: OrganisationKind;

  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class MembershipResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: OrganisationResponse })
  organisation: OrganisationResponse;

  @ApiProperty({ enum: roles, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ type: [String], description: 'area codes, GB/T 2260' })
  areas: readonly string[];
}

export class SessionMembershipResponse extends MembershipResponse {
  @ApiProperty({ description: 'wants a sign-in with a second factor first: /auth/login?actFor=<id>' })
  locked: boolean;
}

export class PersonResponse {
  @ApiProperty()
  sub: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;
}

export class SessionResponse {
  @ApiProperty()
  signedIn: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'to be sent as X-CSRF-Token with everything but GET' })
  csrf: string | null;

  @ApiPropertyOptional({ type: PersonResponse })
  person?: PersonResponse;

  @ApiPropertyOptional({ type: MembershipResponse })
  acting?: MembershipResponse;

  @ApiProperty({ type: [SessionMembershipResponse] })
  memberships: SessionMembershipResponse[];
}

export class ActForDto {
  @IsId()
  membershipId: string;
}

export function toMembership(membership: Membership): MembershipResponse {
  const { id, organisationKind: kind, organisationId, organisationName: name, roles: held, areas } = membership;
  return { id, organisation: { kind, id: organisationId, name }, roles: held, areas };
}

export function toSession(session: Session | undefined): SessionResponse {
  if (!session) return { signedIn: false, csrf: null, memberships: [] };
  const { sub, name, email, csrf, acting } = session;
  return {
    ...{ signedIn: true, csrf, person: { sub, name, email } },
    ...(acting ? { acting: toMembership(acting) } : {}),
    memberships: session.memberships.map((one) => ({ ...toMembership(one), locked: session.locked.includes(one.id) })),
  };
}
