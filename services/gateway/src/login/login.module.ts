import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { SessionModule } from '../session/session.module';
import { BackChannel } from './back-channel.service';
import { Grants } from './grants.service';
import { LoginAttempts } from './login-attempt.service';
import { LoginController } from './login.controller';
import { Logins } from './login.service';
import { OpenIdProvider } from './openid-provider.client';

@Module({
  imports: [MembershipModule, SessionModule],
  controllers: [LoginController],
  providers: [BackChannel, Grants, LoginAttempts, Logins, OpenIdProvider],
  exports: [BackChannel],
})
export class LoginModule {}
