import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { TaskResponse, toResponse } from '../task/task.view';
import { AmendDto, ReasonDto, RedispatchDto } from './fulfilment.dto';
import { TaskCommands } from './task-commands.service';

@ApiTags('tasks')
@Controller(`${API}/tasks`)
@Roles('applicant', 'quality-manager', 'clerk', 'steward')
export class TaskCommandsController {
  constructor(private readonly commands: TaskCommands) {}

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskResponse })
  async confirm(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    return toResponse(await this.commands.confirm(id, actor));
  }

  @Post(':id/rework')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskResponse })
  async rework(
    @IdParam() id: string,
    @Body() { reason }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    return toResponse(await this.commands.rework(id, reason, actor));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskResponse })
  async cancel(
    @IdParam() id: string,
    @Body() { reason }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    return toResponse(await this.commands.cancel(id, reason, actor));
  }

  /** What the firm agrees to instead, for instance the standard that replaced the one it asked for. */
  @Post(':id/amend')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskResponse })
  async amend(@IdParam() id: string, @Body() dto: AmendDto, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    return toResponse(await this.commands.amend(id, dto, actor));
  }

  @Post(':id/redispatch')
  @HttpCode(200)
  @Roles('clerk', 'steward')
  @ApiOkResponse({ type: TaskResponse })
  async redispatch(
    @IdParam() id: string,
    @Body() dto: RedispatchDto,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    const { providerId, reason = '' } = dto;
    return toResponse(await this.commands.redispatch(id, providerId ? { providerId, reason } : null, actor));
  }
}
