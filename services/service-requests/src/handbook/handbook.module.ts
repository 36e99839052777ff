import { Module } from '@nestjs/common';
import { OneStopPlatformModule } from '../platform/platform.module';
import { ServiceItemModule } from '../service-item/service-item.module';
import { HandbookController } from './handbook.controller';
import { Handbooks } from './handbook.service';

@Module({
  imports: [OneStopPlatformModule, ServiceItemModule],
  controllers: [HandbookController],
  providers: [Handbooks],
})
export class HandbookModule {}
