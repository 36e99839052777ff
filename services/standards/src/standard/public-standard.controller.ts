import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { IdParam, Public } from '@qi/platform';
import { NumberQuery, OnDateQuery } from './number.query';
import { StandardQueries } from './standard.queries';
import { StandardResponse, SuccessionResponse, toResponse, toSuccession } from './standard.response';

/** Numbers hold slashes, so they are asked for in the query and not in the path. */
@ApiTags('public')
@Public()
@Controller('api/standards/v1/public')
export class PublicStandardController {
  constructor(
    private readonly queries: StandardQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One standard by its number in any spelling. */
  @Get('standard')
  @ApiOkResponse({ type: StandardResponse })
  async getByNumber(@Query() { number, on }: NumberQuery): Promise<StandardResponse> {
    const { row, relations } = await this.queries.getByNumber(number);
    return toResponse(row, relations, on ?? this.today());
  }

  @Get('standards/:id')
  @ApiOkResponse({ type: StandardResponse })
  async get(@IdParam() id: string, @Query() { on }: OnDateQuery): Promise<StandardResponse> {
    const { row, relations } = await this.queries.get(id);
    return toResponse(row, relations, on ?? this.today());
  }

  /** What stands in a standard's place on a day, and the whole chain. */
  @Get('succession')
  @ApiOkResponse({ type: SuccessionResponse })
  async succession(@Query() { number, on }: NumberQuery): Promise<SuccessionResponse> {
    return toSuccession(await this.queries.succession(number, on ?? this.today()));
  }

  private today(): string {
    return toBusinessDate(this.clock.now());
  }
}
