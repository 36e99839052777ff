import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { kafkaSecurity, PlatformModule } from '@qi/platform';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { DayOfChangeModule } from './day-of-change/day-of-change.module';
import { ImpactModule } from './impact/impact.module';
import { ImportModule } from './import/import.module';
import { SearchModule } from './search/search.module';
import { StandardModule } from './standard/standard.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'standards', config, entities, migrations }),
        MessagingModule.forRoot({ service: 'standards', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        StandardModule,
        SearchModule,
        ImportModule,
        ImpactModule,
        DayOfChangeModule,
      ],
    };
  }
}
