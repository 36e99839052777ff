import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { kafkaSecurity, PlatformModule } from '@qi/platform';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { DemoModule } from './demo/demo.module';
import { FactModule } from './fact/fact.module';
import { FrontModule } from './front/front.module';
import { InvitationModule } from './invitation/invitation.module';
import { NoticeModule } from './notice/notice.module';
import { SweepModule } from './sweep/sweep.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'gateway', config, entities, migrations }),
        MessagingModule.forRoot({ service: 'gateway', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        FrontModule,
        InvitationModule,
        FactModule,
        NoticeModule,
        SweepModule,
        ...(config.demo ? [DemoModule] : []),
      ],
    };
  }
}
