import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { LifeLineModule } from '../life-line/life-line.module';
import { OutlookModule } from '../outlook/outlook.module';
import { RequestLineModule } from '../request-line/request-line.module';
import { SlipModule } from '../slip/slip.module';
import { TaskModule } from '../task/task.module';
import { TimeLimitModule } from '../time-limit/time-limit.module';
import { RequestViews } from './request-view.service';
import { ServiceRequestController } from './service-request.controller';
import { RequestQueries } from './service-request.queries';
import { ServiceRequests } from './service-request.service';
import { WindowDecisionController } from './window-decision.controller';
import { WindowDecisions } from './window-decision.service';

@Module({
  imports: [
    ...[CaseAccessModule, LifeLineModule, TimeLimitModule, TaskModule],
    ...[RequestLineModule, OutlookModule, SlipModule],
  ],
  controllers: [ServiceRequestController, WindowDecisionController],
  providers: [ServiceRequests, WindowDecisions, RequestViews, RequestQueries],
  exports: [ServiceRequests, RequestViews],
})
export class ServiceRequestModule {}
