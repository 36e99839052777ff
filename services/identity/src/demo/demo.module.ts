import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { DemoService } from './demo.service';

/** Only part of the service in demo mode. */
@Module({ imports: [AccountModule], providers: [DemoService] })
export class DemoModule {}
