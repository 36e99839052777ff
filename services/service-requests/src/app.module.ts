import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { AccessLogModule, CalendarModule, CitationModule, kafkaSecurity, PlatformModule } from '@qi/platform';
import { AttachmentModule } from './attachment/attachment.module';
import { CalendarFacts } from './calendar/calendar-facts.service';
import { CitationQueries } from './citation/citation.queries';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { DraftModule } from './draft/draft.module';
import { EnterpriseModule } from './enterprise/enterprise.module';
import { FulfilmentModule } from './fulfilment/fulfilment.module';
import { HandbookModule } from './handbook/handbook.module';
import { OneStopPlatformModule } from './platform/platform.module';
import { RatingModule } from './rating/rating.module';
import { ServiceItemModule } from './service-item/service-item.module';
import { WorkItemModule } from './work-item/work-item.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'service-requests', config, entities, migrations }),
        MessagingModule.forRoot({
          service: 'service-requests',
          brokers: config.brokers,
          topicPrefix: config.topicPrefix,
          kafka: kafkaSecurity(config),
        }),
        AccessLogModule.at('service-requests', ['enterprise']),
        CalendarModule.ownedBy('service-requests'),
        OneStopPlatformModule,
        EnterpriseModule,
        ServiceItemModule,
        HandbookModule,
        AttachmentModule,
        DraftModule,
        FulfilmentModule,
        RatingModule,
        WorkItemModule,
        CitationModule.at('service-requests', CitationQueries),
      ],
      providers: [CalendarFacts],
    };
  }
}
