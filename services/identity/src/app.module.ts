import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule } from '@qi/platform';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { DemoModule } from './demo/demo.module';
import { HousekeepingModule } from './housekeeping/housekeeping.module';
import { MyAccountModule } from './my-account/my-account.module';
import { PageModule } from './page/page.module';
import { RegistrationModule } from './registration/registration.module';
import { ResetModule } from './reset/reset.module';
import { SignInModule } from './sign-in/sign-in.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'identity', config, entities, migrations }),
        PageModule,
        SignInModule,
        RegistrationModule,
        ResetModule,
        MyAccountModule,
        HousekeepingModule,
        ...(config.demo ? [DemoModule] : []),
      ],
    };
  }
}
