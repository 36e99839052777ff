import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { GiveRatingDto, RatingPage, RatingQuery, RatingResponse, toResponse } from './rating.dto';
import { RatingQueries } from './rating.queries';
import { Ratings } from './rating.service';

@ApiTags('ratings')
@Controller(`${API}/ratings`)
export class RatingController {
  constructor(
    private readonly ratings: Ratings,
    private readonly queries: RatingQueries,
  ) {}

  @Post()
  @Roles('applicant', 'quality-manager', 'finance')
  @ApiCreatedResponse({ type: RatingResponse })
  async give(@Body() { requestId, ...stars }: GiveRatingDto, @CurrentActor() actor: Actor): Promise<RatingResponse> {
    return toResponse(await this.ratings.give(requestId, stars, actor));
  }

  @Get()
  @Roles()
  @ApiOkResponse({ type: RatingPage })
  list(@Query() query: RatingQuery, @CurrentActor() actor: Actor): Promise<Page<RatingResponse>> {
    return this.queries.list(query, actor);
  }
}
