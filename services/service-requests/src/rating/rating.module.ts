import { Module } from '@nestjs/common';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { FulfilmentModule } from '../fulfilment/fulfilment.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { TimeLimitModule } from '../time-limit/time-limit.module';
import { Deadlines } from './deadline.service';
import { Rateables } from './rateable.service';
import { RatingController } from './rating.controller';
import { RatingQueries } from './rating.queries';
import { Ratings } from './rating.service';

@Module({
  imports: [EnterpriseModule, ServiceRequestModule, FulfilmentModule, TimeLimitModule],
  controllers: [RatingController],
  providers: [Ratings, Rateables, Deadlines, RatingQueries],
})
export class RatingModule {}
