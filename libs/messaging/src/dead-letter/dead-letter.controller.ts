import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  SetMetadata,
} from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ServiceName } from '@qi/contracts';
import { currentContext } from '../message-context';
import { DeadLetterQuery, DropDeadLetter } from './dead-letter.dto';
import { DeadLetterPage, DeadLetterView } from './dead-letter.response';
import { DeadLetters } from './dead-letters';

const roles = ['administrator', 'operator'];

/** As the platform's `@Roles`, which this library may not import: its guard reads `qi:roles`. */
const ForOperators = (): ClassDecorator =>
  applyDecorators(SetMetadata('qi:roles', roles), ApiBearerAuth(), ApiExtension('x-roles', roles));

/** The controller of one service, at `/api/<service>/v1/dead-letters`. */
export function deadLetterController(service: ServiceName): Type {
  @ApiTags('dead-letters')
  @Controller(`api/${service}/v1/dead-letters`)
  @ForOperators()
  class DeadLetterController {
    constructor(@Inject(DeadLetters) private readonly deadLetters: DeadLetters) {}

    @Get()
    @ApiOkResponse({ type: DeadLetterPage })
    list(@Query() query: DeadLetterQuery): Promise<DeadLetterPage> {
      return this.deadLetters.list(query);
    }

    @Get(':id')
    @ApiOkResponse({ type: DeadLetterView })
    get(@Param('id') id: string): Promise<DeadLetterView> {
      return this.deadLetters.get(id);
    }

    @Post(':id/replay')
    @HttpCode(200)
    @ApiOkResponse({ type: DeadLetterView })
    replay(@Param('id') id: string): Promise<DeadLetterView> {
      return this.deadLetters.replay(id, actor());
    }

    @Post(':id/drop')
    @HttpCode(200)
    @ApiOkResponse({ type: DeadLetterView })
    drop(@Param('id') id: string, @Body() { reason }: DropDeadLetter): Promise<DeadLetterView> {
      return this.deadLetters.drop(id, actor(), reason);
    }
  }
  return DeadLetterController;
}

function actor(): string {
  return currentContext()?.actor ?? 'unknown';
}
