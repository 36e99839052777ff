import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { DeliverableController } from './deliverable.controller';
import { DeliverableQueries } from './deliverable.queries';
import { TaskController } from './task.controller';
import { TaskQueries } from './task.queries';
import { Tasks } from './task.service';

@Module({
  imports: [CaseAccessModule],
  controllers: [TaskController, DeliverableController],
  providers: [Tasks, TaskQueries, DeliverableQueries],
  exports: [Tasks],
})
export class TaskModule {}
