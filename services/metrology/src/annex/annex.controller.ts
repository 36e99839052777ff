import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, PageQuery, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { annexProblem } from './annex';
import { AnnexLinePage, AnnexLineQuery, AnnexPage, AnnexQuery, AnnexRefusalPage, AnnexResponse } from './annex.dto';
import { ApproveAnnex, RejectAnnex, SubmitAnnex, toDetails, toLine, toResponse } from './annex.dto';
import { AnnexIntakeService } from './annex.intake.service';
import { AnnexQueries } from './annex.queries';
import { AnnexService } from './annex.service';

const MAX_BYTES = 100 * 1024 * 1024;

const form = {
  allOf: [
    { $ref: '#/components/schemas/SubmitAnnex' },
    { type: 'object' as const, required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  ],
};

@ApiTags('annexes')
@Controller('api/metrology/v1')
export class AnnexController {
  constructor(
    private readonly intake: AnnexIntakeService,
    private readonly annexes: AnnexService,
    private readonly queries: AnnexQueries,
  ) {}

  /** Takes a calibration scope (.csv, .xlsx, .json of CNAS); it is read beside the requests. */
  @Post('institutes/:id/annexes')
  @Roles('metrology-coordinator', 'administrator')
  @ApiConsumes('multipart/form-data')
  @ApiExtraModels(SubmitAnnex)
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ type: AnnexResponse })
  @UseInterceptors(
    FileInterceptor('file', {
      limits: { fileSize: MAX_BYTES, files: 1, fields: 10, fieldSize: 20_000 },
      defParamCharset: 'utf8',
    }),
  )
  async submit(
    @IdParam() id: string,
    @UploadedFile() file: { originalname: string; path: string } | undefined,
    @Body() body: SubmitAnnex,
    @CurrentActor() actor: Actor,
  ): Promise<AnnexResponse> {
    if (!file) throw annexProblem['no-file']();
    const { originalname: name, path } = file;
    return toResponse(await this.intake.submit(id, { name, path }, toDetails(body), actor));
  }

  @Get('annexes')
  @Roles()
  @ApiOkResponse({ type: AnnexPage })
  async list(@Query() query: AnnexQuery, @CurrentActor() actor: Actor): Promise<AnnexPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get('annexes/:id')
  @Roles()
  @ApiOkResponse({ type: AnnexResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AnnexResponse> {
    return toResponse(await this.queries.get(id, actor));
  }

  /** What the annex says beside the register: added, changed, kept, gone. */
  @Get('annexes/:id/lines')
  @Roles()
  @ApiOkResponse({ type: AnnexLinePage })
  async lines(@IdParam() id: string, @Query() query: AnnexLineQuery, @CurrentActor() actor: Actor) {
    const { items, ...rest } = await this.queries.lines(id, query, actor);
    return { items: items.map(toLine), ...rest };
  }

  /** What was refused and why; the first ten thousand. */
  @Get('annexes/:id/refusals')
  @Roles()
  @ApiOkResponse({ type: AnnexRefusalPage })
  refusals(@IdParam() id: string, @Query() query: PageQuery, @CurrentActor() actor: Actor) {
    return this.queries.refusals(id, query, actor);
  }

  @Post('annexes/:id/approve')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: AnnexResponse })
  async approve(@IdParam() id: string, @Body() { acceptRefusals = false }: ApproveAnnex, @CurrentActor() actor: Actor) {
    return toResponse(await this.annexes.approve(id, acceptRefusals, actor));
  }

  @Post('annexes/:id/reject')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: AnnexResponse })
  async reject(@IdParam() id: string, @Body() { reason }: RejectAnnex, @CurrentActor() actor: Actor) {
    return toResponse(await this.annexes.reject(id, reason, actor));
  }
}
