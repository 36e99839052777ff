import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { AttemptModule } from '../attempt/attempt.module';
import { MailModule } from '../mail/mail.module';
import { SessionModule } from '../session/session.module';
import { ResetController } from './reset.controller';
import { ResetService } from './reset.service';

@Module({
  imports: [AccountModule, AttemptModule, MailModule, SessionModule],
  controllers: [ResetController],
  providers: [ResetService],
})
export class ResetModule {}
