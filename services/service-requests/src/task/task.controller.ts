import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { TaskPage, TaskQuery } from './task.dto';
import { TaskQueries } from './task.queries';
import { TaskResponse } from './task.view';

@ApiTags('tasks')
@Controller(`${API}/tasks`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class TaskController {
  constructor(private readonly queries: TaskQueries) {}

  @Get()
  @ApiOkResponse({ type: TaskPage })
  list(@Query() query: TaskQuery, @CurrentActor() actor: Actor): Promise<Page<TaskResponse>> {
    return this.queries.list(query, actor);
  }

  @Get(':id')
  @ApiOkResponse({ type: TaskResponse })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    return this.queries.get(id, actor);
  }
}
