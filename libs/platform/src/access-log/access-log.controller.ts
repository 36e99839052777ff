import { Get, Injectable, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../auth/access';
import type { Actor } from '../auth/actor';
import { AccessPage, AccessQuery, toResponse } from './access-log.dto';
import { AccessLogQueries } from './access-log.queries';
import { NameQueries } from './names.queries';

/** `AccessLogModule` gives it a path. */
@ApiTags('access-log')
@Injectable()
export class AccessLogController {
  constructor(
    private readonly queries: AccessLogQueries,
    private readonly names: NameQueries,
  ) {}

  /** Who looked at whose data, newest first: an auditor sees all, an organisation who looked at its own. */
  @Get()
  @Roles('applicant', 'quality-manager', 'finance', 'expert', 'trainer', 'auditor')
  @ApiOkResponse({ type: AccessPage })
  async list(@Query() query: AccessQuery, @CurrentActor() actor: Actor): Promise<AccessPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    const names = await this.names.of(items.flatMap(({ ownerId, orgId }) => (orgId ? [ownerId, orgId] : [ownerId])));
    return { items: items.map((row) => toResponse(row, names)), ...rest };
  }
}
