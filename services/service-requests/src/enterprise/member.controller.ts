import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { MemberDto, MemberList, toList } from './member.dto';
import { API } from '../api';
import { Members } from './member.service';

/** The people of a firm. Managed by its owners and, at the counter, by a clerk. */
@ApiTags('enterprises')
@Controller(`${API}/enterprises/:id/members`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class MemberController {
  constructor(private readonly members: Members) {}

  @Get()
  @ApiOkResponse({ type: MemberList })
  async list(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<MemberList> {
    return toList(await this.members.list(id, actor));
  }

  /** Adds a person, or changes the roles of one who is in. */
  @Post()
  @Roles('applicant', 'quality-manager', 'finance', 'clerk', 'administrator')
  @HttpCode(200)
  @ApiOkResponse({ type: MemberList })
  async put(@IdParam() id: string, @Body() dto: MemberDto, @CurrentActor() actor: Actor): Promise<MemberList> {
    return toList(await this.members.put({ ...dto, enterpriseId: id }, actor));
  }

  @Delete(':sub')
  @Roles('applicant', 'quality-manager', 'finance', 'clerk', 'administrator')
  @ApiOkResponse({ type: MemberList })
  async remove(@IdParam() id: string, @Param('sub') sub: string, @CurrentActor() actor: Actor): Promise<MemberList> {
    return toList(await this.members.remove(id, sub, actor));
  }
}
