import { Body, Controller, Inject, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { StandardRequest } from './standard.dto';
import { StandardQueries } from './standard.queries';
import { StandardResponse, toResponse } from './standard.response';
import { StandardService } from './standard.service';

@ApiTags('standards')
@Controller('api/standards/v1/standards')
export class StandardController {
  constructor(
    private readonly standards: StandardService,
    private readonly queries: StandardQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: StandardResponse })
  async enter(@Body() body: StandardRequest, @CurrentActor() actor: Actor): Promise<StandardResponse> {
    return this.show((await this.standards.enter(body, actor)).id);
  }

  /** The standard stated anew, with all that it says of others; the number stays. */
  @Put(':id')
  @Roles('administrator')
  @ApiOkResponse({ type: StandardResponse })
  async correct(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: StandardRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StandardResponse> {
    return this.show((await this.standards.correct(id, version, body, actor)).id);
  }

  private async show(id: string): Promise<StandardResponse> {
    const { row, relations } = await this.queries.get(id);
    return toResponse(row, relations, toBusinessDate(this.clock.now()));
  }
}
