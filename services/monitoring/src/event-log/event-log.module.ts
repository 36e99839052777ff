import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module';
import { EventLogConsumer } from './event-log.consumer';
import { EventLogController } from './event-log.controller';
import { EventLogQueries } from './event-log.queries';
import { EventLogService } from './event-log.service';

@Module({
  imports: [FlowModule],
  controllers: [EventLogController],
  providers: [EventLogService, EventLogQueries, EventLogConsumer],
})
export class EventLogModule {}
