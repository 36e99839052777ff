import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  SuggestionList,
  SuggestionQuery,
  SynonymPage,
  SynonymQuery,
  SynonymRequest,
  SynonymResponse,
} from './synonym.dto';
import { toResponse } from './synonym.dto';
import { SynonymQueries } from './synonym.queries';
import { SynonymService } from './synonym.service';

const SUGGESTIONS = 10;

@ApiTags('synonyms')
@Controller('api/institutions/v1/synonyms')
export class SynonymController {
  constructor(
    private readonly synonyms: SynonymService,
    private readonly queries: SynonymQueries,
  ) {}

  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: SynonymResponse })
  async record(@Body() body: SynonymRequest, @CurrentActor() actor: Actor): Promise<SynonymResponse> {
    return toResponse(await this.synonyms.record({ ...body }, actor));
  }

  @Get()
  @Roles()
  @ApiOkResponse({ type: SynonymPage })
  async list(@Query() { ended, ...query }: SynonymQuery): Promise<SynonymPage> {
    const { items, ...rest } = await this.queries.list({ ...query, ended: ended === 'true' });
    return { items: items.map(toResponse), ...rest };
  }

  /** Names in the register that look like the one asked for: suggestions, by which nothing is ever routed. */
  @Get('suggestions')
  @Roles('clerk', 'steward', 'administrator', 'operator')
  @ApiOkResponse({ type: SuggestionList })
  async suggestions(@Query() { kind, name }: SuggestionQuery): Promise<SuggestionList> {
    return { items: await this.queries.suggestions(kind, name, SUGGESTIONS) };
  }

  @Post(':id/end')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: SynonymResponse })
  async end(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SynonymResponse> {
    return toResponse(await this.synonyms.end(id, actor));
  }
}
