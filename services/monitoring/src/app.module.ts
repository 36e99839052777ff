import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { CalendarModule, kafkaSecurity, PlatformModule } from '@qi/platform';
import { CalendarConsumer } from './calendar/calendar.consumer';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { EventLogModule } from './event-log/event-log.module';
import { FlowModule } from './flow/flow.module';
import { StuckModule } from './stuck/stuck.module';
import { ThroughputModule } from './throughput/throughput.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'monitoring', config, entities, migrations }),
        MessagingModule.forRoot({
          service: 'monitoring',
          brokers: config.brokers,
          topicPrefix: config.topicPrefix,
          kafka: kafkaSecurity(config),
        }),
        CalendarModule.copyIn('monitoring'),
        FlowModule,
        EventLogModule,
        ThroughputModule,
        StuckModule,
      ],
      providers: [CalendarConsumer],
    };
  }
}
