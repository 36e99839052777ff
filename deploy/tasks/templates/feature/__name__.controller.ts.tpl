import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, IfMatch, Roles } from '@qi/platform';
import { __Pascal__Response, Open__Pascal__Dto, toResponse } from './__name__.dto';
import { __Pascal__Service } from './__name__.service';

@ApiTags('__plural__')
@Controller('api/__service__/v1/__plural__')
@Roles('administrator')
export class __Pascal__Controller {
  constructor(private readonly service: __Pascal__Service) {}

  @Get(':id')
  async get(@IdParam() id: string): Promise<__Pascal__Response> {
    return toResponse(await this.service.get(id));
  }

  @Post()
  async open(@Body() { name }: Open__Pascal__Dto): Promise<__Pascal__Response> {
    return toResponse(await this.service.open(name));
  }

  @Post(':id/close')
  @HttpCode(200)
  async close(@IdParam() id: string, @IfMatch() version: number): Promise<__Pascal__Response> {
    return toResponse(await this.service.close(id, version));
  }
}
