import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { TaskController } from './task.controller';
import { TaskQueries } from './task.queries';
import { Tasks } from './task.service';

@Module({
  imports: [CaseAccessModule],
  controllers: [TaskController],
  providers: [Tasks, TaskQueries],
  exports: [Tasks],
})
export class TaskModule {}
