import { Module } from '@nestjs/common';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { RatingController } from './rating.controller';
import { Ratings } from './rating.service';

@Module({
  imports: [EnterpriseModule, ServiceRequestModule],
  controllers: [RatingController],
  providers: [Ratings],
})
export class RatingModule {}
