import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { CurrentActor, IdParam, languageOf, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { jobCoordinators, overseers } from '../job/job-scope';
import { ProviderSettings } from '../provider-options';
import { viewOf } from './decision-view';
import { inWords } from './decision-words';
import { DecisionListQuery, ExplainDto } from './decision.dto';
import { DecisionList, DecisionResponse, ReplayResponse } from './decision.response';
import type { DecisionRecord } from './decision-record';
import { DecisionQueries } from './decision.queries';
import { DecisionService } from './decision.service';
import { explainedTask } from './explained-task';

@ApiTags('routing')
@Controller()
export class DecisionController {
  constructor(
    private readonly queries: DecisionQueries,
    private readonly decisions: DecisionService,
    private readonly settings: ProviderSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('decisions')
  @ApiOkResponse({ type: DecisionList })
  @Roles(...overseers, ...jobCoordinators, 'auditor', 'applicant', 'quality-manager')
  async list(
    @Query() { taskId }: DecisionListQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<DecisionList> {
    const records = await this.queries.listOf(taskId, actor);
    return { items: records.map((record) => this.shown(record, actor, language)) };
  }

  @Get('decisions/:id')
  @ApiOkResponse({ type: DecisionResponse })
  @Roles(...overseers, ...jobCoordinators, 'auditor', 'applicant', 'quality-manager')
  async get(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<DecisionResponse> {
    return this.shown(await this.queries.get(id, actor), actor, language);
  }

  /** Decides again from the recorded values: the same, or the first difference by name. */
  @Post('decisions/:id/replay')
  @ApiOkResponse({ type: ReplayResponse })
  @HttpCode(200)
  @Roles(...overseers, 'auditor')
  replay(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ReplayResponse> {
    return this.queries.replay(id, actor);
  }

  /** A dry run: writes nothing. */
  @Post('routing/explain')
  @ApiOkResponse({ type: DecisionResponse })
  @HttpCode(200)
  @Roles(...overseers, 'auditor', 'applicant', 'quality-manager')
  async explain(
    @Body() body: ExplainDto,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<DecisionResponse> {
    return this.shown(await this.decisions.explain(explainedTask(body, actor, this.clock.now())), actor, language);
  }

  private shown(record: DecisionRecord, actor: Actor, language: string | undefined): DecisionResponse {
    const view = viewOf(record, actor, this.settings.organisation);
    return { id: record.id, words: inWords(view, this.settings.rules, languageOf(language)), record: view };
  }
}
