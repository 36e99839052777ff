import { Body, Controller, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { RequestViews } from '../service-request/request-view.service';
import { RequestResponse } from '../service-request/service-request.view';
import { CreateRequestDto, PatchRequestDto, SaveRequestDto } from './draft.dto';
import { Drafts } from './draft.service';

@ApiTags('service-requests')
@Controller(`${API}/service-requests`)
@Roles('applicant', 'quality-manager', 'clerk', 'steward')
export class DraftController {
  constructor(
    private readonly drafts: Drafts,
    private readonly views: RequestViews,
  ) {}

  @Post()
  @ApiCreatedResponse({ type: RequestResponse })
  async create(@Body() dto: CreateRequestDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.views.of(await this.drafts.create(dto, actor));
  }

  @Put(':id')
  @ApiOkResponse({ type: RequestResponse })
  async save(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: SaveRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.views.of(await this.drafts.save(id, version, dto, actor));
  }

  @Patch(':id')
  @ApiOkResponse({ type: RequestResponse })
  async patch(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: PatchRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.views.of(await this.drafts.patch(id, version, dto, actor));
  }

  @Post(':id/copy')
  @ApiCreatedResponse({ type: RequestResponse })
  async copy(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.views.of(await this.drafts.copy(id, actor));
  }
}
