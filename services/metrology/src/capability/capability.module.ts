import { Module } from '@nestjs/common';
import { InstituteModule } from '../institute/institute.module';
import { CapabilityController } from './capability.controller';
import { CapabilityQueries } from './capability.queries';
import { CapabilityService } from './capability.service';

@Module({
  imports: [InstituteModule],
  controllers: [CapabilityController],
  providers: [CapabilityService, CapabilityQueries],
})
export class CapabilityModule {}
