import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { ClaimDto, ColleagueList, StaffList, toColleagues, toStaff } from './membership.dto';
import { Memberships } from './membership.service';

@ApiTags('memberships')
@Controller('api/gateway/v1/memberships')
@Roles()
export class MembershipController {
  constructor(private readonly memberships: Memberships) {}

  /** The people of the organisation that the actor acts for. */
  @Get()
  @ApiOkResponse({ type: ColleagueList })
  async list(@CurrentActor() actor: Actor): Promise<ColleagueList> {
    return toColleagues(await this.memberships.colleaguesOf(actor));
  }

  /** The people of windows and administrations whom the actor may take out, by organisation. */
  @Get('staff')
  @Roles('administrator', 'operator')
  @ApiOkResponse({ type: StaffList })
  async listStaff(@CurrentActor() actor: Actor): Promise<StaffList> {
    return toStaff(await this.memberships.staffUnder(actor));
  }

  /** Whoever registered a firm acts for it from now on. */
  @Post('claim')
  @HttpCode(204)
  claim(@Body() { enterpriseId }: ClaimDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.memberships.claim(enterpriseId, actor);
  }

  /** Leaves, or takes somebody out. */
  @Delete(':id')
  @HttpCode(204)
  end(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.memberships.end(id, actor);
  }
}
