import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor } from '@qi/platform';
import { DemoMembershipsDto } from './demo.dto';
import { DemoMemberships } from './demo.service';

@ApiExcludeController()
@Controller('development/memberships')
export class DemoController {
  constructor(private readonly demo: DemoMemberships) {}

  /** Whom the demo accounts act for, entered by whoever seeds the demo data. */
  @Put()
  @HttpCode(204)
  @Roles('operator')
  put(@Body() { memberships }: DemoMembershipsDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.demo.put(memberships, actor);
  }
}
