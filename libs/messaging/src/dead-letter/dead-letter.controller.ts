import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, SetMetadata } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { ServiceName } from '@qi/contracts';
import { currentContext } from '../message-context';
import { deadLetterStatuses } from './dead-letter.row';
import type { DeadLetterStatus } from './dead-letter.row';
import { DeadLetters } from './dead-letters';
import type { DeadLetterSummary, DeadLetterView } from './dead-letters';

/** The controller of one service, at `/api/<service>/v1/dead-letters`. The platform's guard reads `qi:roles`. */
export function deadLetterController(service: ServiceName): Type {
  @Controller(`api/${service}/v1/dead-letters`)
  @SetMetadata('qi:roles', ['administrator', 'operator'])
  class DeadLetterController {
    constructor(@Inject(DeadLetters) private readonly deadLetters: DeadLetters) {}

    @Get()
    list(
      @Query('status') status?: string,
      @Query('limit') limit?: string,
      @Query('after') after?: string,
    ): Promise<{ items: DeadLetterSummary[]; next?: string }> {
      return this.deadLetters.list({ status: statusOf(status), limit: limitOf(limit), after });
    }

    @Get(':id')
    get(@Param('id') id: string): Promise<DeadLetterView> {
      return this.deadLetters.get(id);
    }

    @Post(':id/replay')
    @HttpCode(200)
    replay(@Param('id') id: string): Promise<DeadLetterView> {
      return this.deadLetters.replay(id, actor());
    }

    @Post(':id/drop')
    @HttpCode(200)
    drop(@Param('id') id: string, @Body('reason') reason: unknown): Promise<DeadLetterView> {
      const text = typeof reason === 'string' ? reason.slice(0, 2_000) : '';
      return this.deadLetters.drop(id, actor(), text);
    }
  }
  return DeadLetterController;
}

function actor(): string {
  return currentContext()?.actor ?? 'unknown';
}

function statusOf(text: string | undefined): DeadLetterStatus | undefined {
  return deadLetterStatuses.find((status) => status === text);
}

function limitOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
