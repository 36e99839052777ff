import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module';
import { CaseAccessModule } from '../case-access/case-access.module';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { LifeLineModule } from '../life-line/life-line.module';
import { OneStopPlatformModule } from '../platform/platform.module';
import { ServiceItemModule } from '../service-item/service-item.module';
import { TaskModule } from '../task/task.module';
import { TimeLimitModule } from '../time-limit/time-limit.module';
import { DuplicateHints } from './duplicate-hints';
import { LineReader } from './line-reader';
import { ServiceRequestController } from './service-request.controller';
import { RequestQueries } from './service-request.queries';
import { ServiceRequests } from './service-request.service';
import { Slips } from './slips';

@Module({
  imports: [
    ...[EnterpriseModule, OneStopPlatformModule, ServiceItemModule, AttachmentModule],
    ...[CaseAccessModule, LifeLineModule, TimeLimitModule, TaskModule],
  ],
  controllers: [ServiceRequestController],
  providers: [ServiceRequests, RequestQueries, LineReader, DuplicateHints, Slips],
  exports: [ServiceRequests, RequestQueries, LineReader, DuplicateHints],
})
export class ServiceRequestModule {}
