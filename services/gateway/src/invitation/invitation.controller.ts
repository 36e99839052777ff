import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Public, Roles, type Actor } from '@qi/platform';
import {
  InvitationList,
  InvitationResponse,
  InvitationSecretDto,
  InviteDto,
  NewInvitationResponse,
  toResponse,
} from './invitation.dto';
import { Invitations } from './invitation.service';

@ApiTags('invitations')
@Controller('api/gateway/v1/invitations')
@Roles()
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  /** Those that the actor gave and nobody has accepted yet. */
  @Get()
  @ApiOkResponse({ type: InvitationList })
  async list(@CurrentActor() actor: Actor): Promise<InvitationList> {
    return { items: (await this.invitations.listOf(actor)).map(toResponse) };
  }

  @Post()
  @ApiCreatedResponse({ type: NewInvitationResponse })
  async invite(@Body() dto: InviteDto, @CurrentActor() actor: Actor): Promise<NewInvitationResponse> {
    const { row, link } = await this.invitations.invite(dto, actor);
    return { ...toResponse(row), link };
  }

  /** What the holder of a link is invited to. */
  @Post('look')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: InvitationResponse })
  async look(@Body() { secret }: InvitationSecretDto): Promise<InvitationResponse> {
    return toResponse(await this.invitations.look(secret));
  }

  @Post('accept')
  @HttpCode(204)
  accept(@Body() { secret }: InvitationSecretDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.invitations.accept(secret, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  withdraw(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.invitations.withdraw(id, actor);
  }
}
