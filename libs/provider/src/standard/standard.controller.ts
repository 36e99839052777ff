import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { PutStandard, StandardListQuery, StandardPage, StandardResponse, toStandardResponse } from './standard.dto';
import { StandardService } from './standard.service';

@ApiTags('standards')
@Controller('standards')
export class StandardController {
  constructor(private readonly standards: StandardService) {}

  @Get()
  @ApiOkResponse({ type: StandardPage })
  @Roles()
  async list(@Query() query: StandardListQuery): Promise<StandardPage> {
    const page = await this.standards.list(query);
    return { ...page, items: page.items.map(toStandardResponse) };
  }

  @Put()
  @ApiOkResponse({ type: StandardResponse })
  @Roles('administrator')
  async put(@Body() body: PutStandard, @CurrentActor() actor: Actor): Promise<StandardResponse> {
    return toStandardResponse(await this.standards.put(body, actor));
  }
}
