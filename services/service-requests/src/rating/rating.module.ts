import { Module } from '@nestjs/common';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { FulfilmentModule } from '../fulfilment/fulfilment.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { Rateables } from './rateable.service';
import { RatingController } from './rating.controller';
import { RatingQueries } from './rating.queries';
import { Ratings } from './rating.service';

@Module({
  imports: [EnterpriseModule, ServiceRequestModule, FulfilmentModule],
  controllers: [RatingController],
  providers: [Ratings, Rateables, RatingQueries],
})
export class RatingModule {}
