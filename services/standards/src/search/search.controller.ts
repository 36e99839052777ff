import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { Public } from '@qi/platform';
import { toSummary } from '../standard/standard.response';
import { SearchQuery, SearchResponse } from './search.dto';
import { SearchQueries } from './search.queries';

@ApiTags('public')
@Public()
@Controller('api/standards/v1/public/standards')
export class SearchController {
  constructor(
    private readonly queries: SearchQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({ type: SearchResponse })
  async search(@Query() query: SearchQuery): Promise<SearchResponse> {
    const { q = '', on = toBusinessDate(this.clock.now()), count, ...filter } = query;
    const hits = await this.queries.search({ ...filter, q, on, count: count === 'true' });
    return { ...hits, items: hits.items.map((standard) => toSummary(standard, on)) };
  }
}
