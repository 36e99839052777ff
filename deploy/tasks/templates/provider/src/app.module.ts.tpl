import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { kafkaSecurity, PlatformModule } from '@qi/platform';
import { adviceGates, adviceSteps, ProviderModule } from '@qi/provider';
import { Candidates } from './candidates/candidates';
import type { Config } from './config';
import { entities, migrations } from './data-source';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: '__service__', config, entities, migrations }),
        MessagingModule.forRoot({ service: '__service__', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        ProviderModule.forRoot({
          service: '__service__',
          gates: adviceGates,
          finder: Candidates,
          steps: () => adviceSteps,
        }),
      ],
    };
  }
}
