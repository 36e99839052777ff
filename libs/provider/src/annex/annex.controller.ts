import { applyDecorators, Body, Get, HttpCode, Injectable, Post, Query, UseInterceptors } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { CurrentActor, IdParam, PageQuery, Roles } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import type { Annex, AnnexDetails } from './annex';
import { AnnexLineQuery, AnnexRefusalPage, ApproveAnnex, RejectAnnex } from './annex.dto';
import { AnnexIntakeService, type AnnexUpload } from './annex.intake.service';
import type { StoredLine } from './annex-lines';
import { AnnexQueries, type AnnexFilter } from './annex.queries';
import { AnnexService } from './annex.service';

/** Takes a form of this shape with the annex's file. */
export function TakesAnnex(form: Type, { fileSize, fields }: { fileSize: number; fields: number }): MethodDecorator {
  const file = {
    type: 'object' as const,
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  };
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiExtraModels(form),
    ApiBody({ schema: { allOf: [{ $ref: getSchemaPath(form) }, file] } }),
    UseInterceptors(
      FileInterceptor('file', {
        limits: { fileSize, files: 1, fields, fieldSize: 20_000 },
        defParamCharset: 'utf8',
      }),
    ),
  );
}

/** Each service has an `AnnexResponse` and an `AnnexLinePage` of its own. */
const annexResponse = { schema: { $ref: getSchemaPath('AnnexResponse') } };
const annexLinePage = { schema: { $ref: getSchemaPath('AnnexLinePage') } };

/** What is the same at the annexes of every service; its own controller adds how they are submitted and listed. */
@Injectable()
export abstract class AnnexReviewController {
  constructor(
    private readonly intake: AnnexIntakeService,
    private readonly annexes: AnnexService,
    private readonly queries: AnnexQueries,
  ) {}

  @Get('annexes/:id')
  @Roles()
  @ApiOkResponse(annexResponse)
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.toResponse(await this.queries.get(id, actor));
  }

  /** What the annex says beside the register: added, changed, kept, gone. */
  @Get('annexes/:id/lines')
  @Roles()
  @ApiOkResponse(annexLinePage)
  async lines(@IdParam() id: string, @Query() query: AnnexLineQuery, @CurrentActor() actor: Actor): Promise<object> {
    const { items, ...rest } = await this.queries.lines(id, query, actor);
    return { items: items.map((line) => this.toLine(line)), ...rest };
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
  @ApiOkResponse(annexResponse)
  async approve(
    @IdParam() id: string,
    @Body() { acceptRefusals = false }: ApproveAnnex,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.toResponse(await this.annexes.approve(id, acceptRefusals, actor));
  }

  @Post('annexes/:id/reject')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse(annexResponse)
  async reject(@IdParam() id: string, @Body() { reason }: RejectAnnex, @CurrentActor() actor: Actor): Promise<object> {
    return this.toResponse(await this.annexes.reject(id, reason, actor));
  }

  protected async take(providerId: string, file: AnnexUpload | undefined, details: AnnexDetails, actor: Actor) {
    return this.toResponse(await this.intake.submit(providerId, file, details, actor));
  }

  protected async page(filter: AnnexFilter, actor: Actor): Promise<Page<object>> {
    const { items, ...rest } = await this.queries.list(filter, actor);
    return { items: items.map((annex) => this.toResponse(annex)), ...rest };
  }

  protected abstract toResponse(annex: Annex): object;

  protected abstract toLine(line: StoredLine): object;
}
