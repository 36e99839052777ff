import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor } from '@qi/platform';
import type { Request, Response } from 'express';
import { LiveStreams } from './live.service';

@ApiTags('session')
@Controller('session')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /**
   * Server-sent events: `changed` with `{service, aggregate, id, requestId}` for every fact that concerns the actor,
   * `notice` with `{words, requestId}` for those it is told of. `Last-Event-ID` goes on where a stream broke off.
   */
  @Get('events')
  @Roles()
  @ApiProduces('text/event-stream')
  open(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') since: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.streams.open(actor, since, { cookie: request.headers.cookie, response });
  }
}
