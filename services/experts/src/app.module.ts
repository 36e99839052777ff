import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { kafkaSecurity, PlatformModule } from '@qi/platform';
import { ProviderModule, adviceGates, adviceSteps } from '@qi/provider';
import { ExpertFinder } from './candidates/expert.finder';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { ExpertModule } from './expert/expert.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'experts', config, entities, migrations }),
        MessagingModule.forRoot({ service: 'experts', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        ProviderModule.forRoot({
          service: 'experts',
          providers: 'expert',
          gates: adviceGates,
          finder: ExpertFinder,
          steps: () => adviceSteps,
        }),
        ExpertModule,
      ],
    };
  }
}
