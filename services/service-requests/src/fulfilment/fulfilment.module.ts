import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { OutlookModule } from '../outlook/outlook.module';
import { OneStopPlatformModule } from '../platform/platform.module';
import { RequestLineModule } from '../request-line/request-line.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { TaskModule } from '../task/task.module';
import { TimeLimitModule } from '../time-limit/time-limit.module';
import { Acceptance } from './acceptance.service';
import { CaseDesk } from './case-desk.service';
import { Cases } from './cases.service';
import { ClockExtensions } from './clock-extension.service';
import { JobConsumer } from './fulfilment.consumer';
import { FulfilmentController } from './fulfilment.controller';
import { Fulfilment } from './fulfilment.service';
import { FulfilmentTimer } from './fulfilment.timer';
import { RatingWindows } from './rating-window.service';
import { SubmissionFactsReader } from './submission-facts.service';
import { Submission } from './submission.service';
import { Submissions } from './submissions.service';
import { TaskCommandsController } from './task-commands.controller';
import { TaskCommands } from './task-commands.service';

@Module({
  imports: [
    ...[EnterpriseModule, OneStopPlatformModule, CaseAccessModule, RequestLineModule],
    ...[OutlookModule, TimeLimitModule, TaskModule, ServiceRequestModule],
  ],
  controllers: [FulfilmentController, TaskCommandsController],
  providers: [
    ...[Cases, CaseDesk, RatingWindows, Acceptance, SubmissionFactsReader, Submission, Submissions],
    ...[Fulfilment, FulfilmentTimer, TaskCommands, ClockExtensions, JobConsumer],
  ],
  exports: [Fulfilment, TaskCommands],
})
export class FulfilmentModule {}
