import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { SessionController } from './session.controller';
import { SessionLifetime } from './session.lifetime';
import { Sessions } from './session.service';

@Module({
  imports: [MembershipModule],
  controllers: [SessionController],
  providers: [SessionLifetime, Sessions],
  exports: [Sessions],
})
export class SessionModule {}
