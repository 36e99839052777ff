import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@qi/platform';
import { VerificationQuery, VerifiedDeliverables } from './verification.dto';
import { VerificationQueries } from './verification.queries';

@ApiTags('public')
@Public()
@Controller('public/deliverables')
export class VerificationController {
  constructor(private readonly queries: VerificationQueries) {}

  /** How a report or certificate stands today, for whoever holds it. */
  @Get()
  @ApiOkResponse({ type: VerifiedDeliverables })
  async find(@Query() { number }: VerificationQuery): Promise<VerifiedDeliverables> {
    return { items: await this.queries.find(number) };
  }
}
