import { Module } from '@nestjs/common';
import { InstitutionModule } from '../institution/institution.module';
import { WorkItemConsumer } from './work-item.consumer';
import { WorkItemController } from './work-item.controller';
import { WorkItemQueries } from './work-item.queries';
import { WorkItemService } from './work-item.service';
import { WorkItemTimer } from './work-item.timer';

@Module({
  imports: [InstitutionModule],
  controllers: [WorkItemController],
  providers: [WorkItemService, WorkItemQueries, WorkItemConsumer, WorkItemTimer],
})
export class WorkItemModule {}
