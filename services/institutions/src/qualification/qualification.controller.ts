import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CreateQualificationRequest,
  ProlongQualificationRequest,
  QualificationList,
  QualificationReasonRequest,
  QualificationResponse,
  toResponse,
} from './qualification.dto';
import { QualificationService } from './qualification.service';

@ApiTags('qualifications')
@Controller('api/institutions/v1')
export class QualificationController {
  constructor(private readonly qualifications: QualificationService) {}

  @Post('institutions/:id/qualifications')
  @Roles('coordinator', 'administrator')
  @ApiCreatedResponse({ type: QualificationResponse })
  async record(@IdParam() id: string, @Body() body: CreateQualificationRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.qualifications.record(id, { ...body }, actor));
  }

  @Get('institutions/:id/qualifications')
  @Roles()
  @ApiOkResponse({ type: QualificationList })
  async list(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<QualificationList> {
    return { items: (await this.qualifications.list(id, actor)).map(toResponse) };
  }

  @Patch('qualifications/:id')
  @Roles('administrator')
  @ApiOkResponse({ type: QualificationResponse })
  async prolong(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() { validTo }: ProlongQualificationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<QualificationResponse> {
    return toResponse(await this.qualifications.prolong(id, version, validTo, actor));
  }

  @Post('qualifications/:id/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: QualificationResponse })
  async activate(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<QualificationResponse> {
    return toResponse(await this.qualifications.activate(id, actor));
  }

  @Post('qualifications/:id/suspend')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: QualificationResponse })
  async suspend(@IdParam() id: string, @Body() { reason }: QualificationReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.qualifications.suspend(id, reason, actor));
  }

  @Post('qualifications/:id/withdraw')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: QualificationResponse })
  async withdraw(@IdParam() id: string, @Body() { reason }: QualificationReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.qualifications.withdraw(id, reason, actor));
  }
}
