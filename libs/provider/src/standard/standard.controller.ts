import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { PutStandard, StandardListQuery, toStandardResponse } from './standard.dto';
import type { StandardResponse } from './standard.dto';
import { StandardService } from './standard.service';

@ApiTags('standards')
@Controller('standards')
export class StandardController {
  constructor(private readonly standards: StandardService) {}

  @Get()
  @Roles()
  async list(@Query() query: StandardListQuery): Promise<Page<StandardResponse>> {
    const page = await this.standards.list(query);
    return { ...page, items: page.items.map(toStandardResponse) };
  }

  @Put()
  @Roles('administrator')
  async put(@Body() body: PutStandard, @CurrentActor() actor: Actor): Promise<StandardResponse> {
    return toStandardResponse(await this.standards.put(body, actor));
  }
}
