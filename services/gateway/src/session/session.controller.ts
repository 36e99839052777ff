import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Roles } from '@qi/platform';
import { CurrentSession } from './session.decorator';
import type { Session } from './session';
import { ActForDto, SessionResponse, toSession } from './session.dto';
import { signedIn } from './signed-in';
import { Sessions } from './session.service';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: Sessions) {}

  /** Who is signed in, what for, and what everything but a GET has to carry. */
  @Get()
  @Public()
  @ApiOkResponse({ type: SessionResponse })
  get(@CurrentSession() session: Session | undefined): SessionResponse {
    return toSession(session);
  }

  /** Acts for another of one's organisations from now on. */
  @Post('act-for')
  @HttpCode(204)
  @Roles()
  async actFor(@CurrentSession() session: Session | undefined, @Body() { membershipId }: ActForDto): Promise<void> {
    await this.sessions.actFor(signedIn(session), membershipId);
  }
}
