import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { PlatformModule } from '@qi/platform';
import type { Config } from './config';
import { entities, migrations } from './data-source';

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
        }),
      ],
    };
  }
}
