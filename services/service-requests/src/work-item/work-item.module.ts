import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { FulfilmentModule } from '../fulfilment/fulfilment.module';
import { StandardEnds } from './standard-end.service';
import { WorkItemConsumer } from './work-item.consumer';
import { WorkItemController } from './work-item.controller';
import { WorkItemQueries } from './work-item.queries';
import { WorkItemService } from './work-item.service';
import { WorkItemTimer } from './work-item.timer';

@Module({
  imports: [CaseAccessModule, FulfilmentModule],
  controllers: [WorkItemController],
  providers: [StandardEnds, WorkItemService, WorkItemQueries, WorkItemConsumer, WorkItemTimer],
})
export class WorkItemModule {}
