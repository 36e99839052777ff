import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule } from '@qi/platform';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { DemoModule } from './demo/demo.module';
import { OidcModule } from './oidc/oidc.module';
import { PageModule } from './page/page.module';
import { SignInModule } from './sign-in/sign-in.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'identity', config, entities, migrations }),
        OidcModule,
        PageModule,
        SignInModule,
        ...(config.demo ? [DemoModule] : []),
      ],
    };
  }
}
