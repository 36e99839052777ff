import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { AttemptModule } from '../attempt/attempt.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { SessionModule } from '../session/session.module';
import { MyAccountController } from './my-account.controller';
import { MyAccountService } from './my-account.service';

@Module({
  imports: [AccountModule, AttemptModule, SecondFactorModule, SessionModule],
  controllers: [MyAccountController],
  providers: [MyAccountService],
})
export class MyAccountModule {}
