import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { RemoveTimeLimitQuery, SetTimeLimitDto, TimeLimitList, TimeLimitResponse, toResponse } from './time-limit.dto';
import { TimeLimits } from './time-limit.service';

@ApiTags('time-limits')
@Controller(`${API}/time-limits`)
@Roles('administrator', 'clerk', 'steward', 'auditor')
export class TimeLimitController {
  constructor(private readonly limits: TimeLimits) {}

  @Get()
  @ApiOkResponse({ type: TimeLimitList })
  async list(): Promise<TimeLimitList> {
    return { items: (await this.limits.list()).map(toResponse) };
  }

  @Put()
  @Roles('administrator')
  @ApiOkResponse({ type: TimeLimitResponse })
  async set(@Body() dto: SetTimeLimitDto, @CurrentActor() actor: Actor): Promise<TimeLimitResponse> {
    const { kind, itemCode = '', days, version } = dto;
    return toResponse(await this.limits.set({ kind, itemCode, days }, version, actor));
  }

  @Delete()
  @HttpCode(204)
  @Roles('administrator')
  remove(@Query() { kind, itemCode }: RemoveTimeLimitQuery): Promise<void> {
    return this.limits.remove(kind, itemCode);
  }
}
