import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { SessionController } from './session.controller';
import { SessionPolicy } from './session.policy';
import { Sessions } from './session.service';

@Module({
  imports: [MembershipModule],
  controllers: [SessionController],
  providers: [SessionPolicy, Sessions],
  exports: [Sessions],
})
export class SessionModule {}
