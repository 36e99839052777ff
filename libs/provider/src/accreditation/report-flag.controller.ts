import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { ReportFlagPage, ReportFlagQuery, toFlagPage } from './report-flag.dto';
import { ReportFlagQueries } from './report-flag.queries';

@ApiTags('jobs')
@Controller('report-flags')
export class ReportFlagController {
  constructor(private readonly flags: ReportFlagQueries) {}

  /** Reports in doubt, because their provider was not approved when it issued them. */
  @Get()
  @Roles()
  @ApiOkResponse({ type: ReportFlagPage })
  async list(@Query() query: ReportFlagQuery, @CurrentActor() actor: Actor): Promise<ReportFlagPage> {
    return toFlagPage(await this.flags.list(query, actor));
  }
}
