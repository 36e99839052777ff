import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { overseers } from '../job/job-scope';
import { PolicyResponse, PutPolicy } from './policy.dto';
import { PolicyService } from './policy.service';

@ApiTags('routing')
@Controller('routing-policy')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @ApiOkResponse({ type: PolicyResponse })
  @Roles(...overseers, 'auditor')
  get(): Promise<PolicyResponse> {
    return this.policies.get();
  }

  /** A new version, from now on; decisions made keep theirs. */
  @Put()
  @ApiOkResponse({ type: PolicyResponse })
  @Roles('administrator')
  put(
    @Body() { reason, ...policy }: PutPolicy,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<PolicyResponse> {
    return this.policies.put(policy, reason, version, actor);
  }
}
