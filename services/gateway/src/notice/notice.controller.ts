import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, PageQuery, Roles, type Actor, type Page } from '@qi/platform';
import { NoticePage, ReadDto, UnreadResponse } from './notice.dto';
import { NoticeQueries, type ListedNotice } from './notice.queries';
import { Notices } from './notice.service';

/** What the actor is told of the cases that concern it. */
@ApiTags('notices')
@Controller('api/gateway/v1/notices')
@Roles()
export class NoticeController {
  constructor(
    private readonly notices: Notices,
    private readonly queries: NoticeQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: NoticePage })
  list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<Page<ListedNotice>> {
    return this.queries.list(actor, query);
  }

  @Get('unread')
  @ApiOkResponse({ type: UnreadResponse })
  async unread(@CurrentActor() actor: Actor): Promise<UnreadResponse> {
    return { unread: await this.queries.unread(actor) };
  }

  @Post('read')
  @HttpCode(204)
  read(@Body() { upTo }: ReadDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.notices.read(actor.sub, upTo);
  }
}
