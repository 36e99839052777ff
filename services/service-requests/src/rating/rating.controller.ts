import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { GiveRatingDto, RatingPage, RatingQuery, RatingResponse, toResponse } from './rating.dto';
import { Ratings } from './rating.service';

@ApiTags('ratings')
@Controller(`${API}/ratings`)
export class RatingController {
  constructor(private readonly ratings: Ratings) {}

  @Post()
  @Roles('applicant', 'quality-manager', 'finance')
  async give(@Body() { requestId, ...stars }: GiveRatingDto, @CurrentActor() actor: Actor): Promise<RatingResponse> {
    return toResponse(await this.ratings.give(requestId, stars, actor));
  }

  @Get()
  @Roles()
  async list(@Query() query: RatingQuery, @CurrentActor() actor: Actor): Promise<RatingPage> {
    const page = await this.ratings.list(query, actor);
    return { ...page, items: page.items.map(toResponse) };
  }
}
