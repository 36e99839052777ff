import { Body, Controller, Get, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { AnnexReviewController, TakesAnnex } from '@qi/provider';
import type { Annex, AnnexUpload } from '@qi/provider';
import { AnnexLinePage, AnnexPage, AnnexQuery, AnnexResponse, SubmitAnnex } from './annex.dto';
import { toDetails, toLine, toResponse } from './annex.dto';
import type { AnnexLine } from './annex-line.store';

@ApiTags('annexes')
@ApiExtraModels(AnnexLinePage)
@Controller('api/metrology/v1')
export class AnnexController extends AnnexReviewController {
  /** Takes a calibration scope (.csv, .xlsx, .json of CNAS); it is read beside the requests. */
  @Post('institutes/:id/annexes')
  @Roles('metrology-coordinator', 'administrator')
  @TakesAnnex(SubmitAnnex, { fileSize: 100 * 1024 * 1024, fields: 10 })
  @ApiCreatedResponse({ type: AnnexResponse })
  submit(
    @IdParam() id: string,
    @UploadedFile() file: AnnexUpload | undefined,
    @Body() body: SubmitAnnex,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.take(id, file, toDetails(body), actor);
  }

  @Get('annexes')
  @Roles()
  @ApiOkResponse({ type: AnnexPage })
  list(@Query() { instituteId: providerId, ...query }: AnnexQuery, @CurrentActor() actor: Actor) {
    return this.page({ ...query, providerId }, actor);
  }

  protected toResponse(annex: Annex): AnnexResponse {
    return toResponse(annex);
  }

  protected toLine(line: AnnexLine) {
    return toLine(line);
  }
}
