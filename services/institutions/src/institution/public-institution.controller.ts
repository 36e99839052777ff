import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdParam, Public } from '@qi/platform';
import {
  PublicInstitutionPage,
  PublicInstitutionQuery,
  PublicInstitutionResponse,
  toPublicResponse,
} from './institution.dto';
import { InstitutionQueries } from './institution.queries';

/** The library of active institutions, for everyone. */
@ApiTags('public')
@Public()
@Controller('api/institutions/v1/public/institutions')
export class PublicInstitutionController {
  constructor(private readonly queries: InstitutionQueries) {}

  @Get()
  @ApiOkResponse({ type: PublicInstitutionPage })
  async list(@Query() query: PublicInstitutionQuery): Promise<PublicInstitutionPage> {
    const { items, ...rest } = await this.queries.listActive(query);
    return { items: items.map(toPublicResponse), ...rest };
  }

  @Get(':id')
  @ApiOkResponse({ type: PublicInstitutionResponse })
  async get(@IdParam() id: string): Promise<PublicInstitutionResponse> {
    return toPublicResponse(await this.queries.getActive(id));
  }
}
