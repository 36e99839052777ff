import { Module } from '@nestjs/common';
import { InstituteModule } from '../institute/institute.module';
import { CapabilityEnd } from './capability.end';
import { CapabilityController } from './capability.controller';
import { CapabilityQueries } from './capability.queries';
import { CapabilityService } from './capability.service';
import { TakeoverService } from './takeover.service';

@Module({
  imports: [InstituteModule],
  controllers: [CapabilityController],
  providers: [CapabilityService, CapabilityQueries, CapabilityEnd, TakeoverService],
  exports: [TakeoverService],
})
export class CapabilityModule {}
