import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { AttemptModule } from '../attempt/attempt.module';
import { ConsentModule } from '../consent/consent.module';
import { OidcModule } from '../oidc/oidc.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { SignInCodeController } from './sign-in-code.controller';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

@Module({
  imports: [AccountModule, AttemptModule, ConsentModule, OidcModule, SecondFactorModule],
  controllers: [SignInController, SignInCodeController],
  providers: [SignInService],
})
export class SignInModule {}
