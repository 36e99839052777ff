import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CalibrationRequest,
  EnterEquipmentRequest,
  EquipmentLinesRequest,
  EquipmentList,
  EquipmentReasonRequest,
  EquipmentResponse,
  toResponse,
} from './equipment.dto';
import { EquipmentService } from './equipment.service';

@ApiTags('equipment')
@Controller('api/institutions/v1')
export class EquipmentController {
  constructor(private readonly equipment: EquipmentService) {}

  @Post('institutions/:id/equipment')
  @Roles('coordinator', 'administrator')
  @ApiCreatedResponse({ type: EquipmentResponse })
  async enter(@IdParam() id: string, @Body() body: EnterEquipmentRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.equipment.enter(id, { ...body }, actor));
  }

  @Get('institutions/:id/equipment')
  @Roles()
  @ApiOkResponse({ type: EquipmentList })
  async list(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<EquipmentList> {
    return { items: (await this.equipment.list(id, actor)).map(toResponse) };
  }

  /** The lines of scope that rest on it, in place of those before. */
  @Put('equipment/:id/scope-lines')
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: EquipmentResponse })
  async carry(@IdParam() id: string, @Body() { lineIds }: EquipmentLinesRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.equipment.carry(id, lineIds, actor));
  }

  @Post('equipment/:id/calibrate')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: EquipmentResponse })
  async calibrate(@IdParam() id: string, @Body() body: CalibrationRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.equipment.calibrate(id, { ...body }, actor));
  }

  @Post('equipment/:id/stop')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: EquipmentResponse })
  async stop(@IdParam() id: string, @Body() { reason }: EquipmentReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.equipment.stop(id, reason, actor));
  }

  @Post('equipment/:id/resume')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: EquipmentResponse })
  async resume(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<EquipmentResponse> {
    return toResponse(await this.equipment.resume(id, actor));
  }

  @Post('equipment/:id/scrap')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: EquipmentResponse })
  async scrap(@IdParam() id: string, @Body() { reason }: EquipmentReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.equipment.scrap(id, reason, actor));
  }
}
