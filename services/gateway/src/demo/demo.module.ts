import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { DemoController } from './demo.controller';
import { DemoMemberships } from './demo.service';

/** Present in demo mode only. */
@Module({ imports: [MembershipModule], controllers: [DemoController], providers: [DemoMemberships] })
export class DemoModule {}
