import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { LifeLineModule } from '../life-line/life-line.module';
import { OneStopPlatformModule } from '../platform/platform.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { TaskModule } from '../task/task.module';
import { TimeLimitModule } from '../time-limit/time-limit.module';
import { Cases } from './cases';
import { ClockExtensions } from './clock-extensions';
import { JobConsumer } from './fulfilment.consumer';
import { FulfilmentController } from './fulfilment.controller';
import { Fulfilment } from './fulfilment.service';
import { FulfilmentTimer } from './fulfilment.timer';
import { Submission } from './submission';
import { TaskCommandsController } from './task-commands.controller';
import { TaskCommands } from './task-commands';

@Module({
  imports: [
    ...[EnterpriseModule, OneStopPlatformModule, CaseAccessModule, LifeLineModule],
    ...[TimeLimitModule, TaskModule, ServiceRequestModule],
  ],
  controllers: [FulfilmentController, TaskCommandsController],
  providers: [Fulfilment, Submission, Cases, TaskCommands, ClockExtensions, JobConsumer, FulfilmentTimer],
  exports: [Fulfilment],
})
export class FulfilmentModule {}
