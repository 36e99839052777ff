import { Module } from '@nestjs/common';
import { ServiceItemController } from './service-item.controller';
import { ServiceItemQueries } from './service-item.queries';
import { ServiceItems } from './service-item.service';

@Module({
  controllers: [ServiceItemController],
  providers: [ServiceItems, ServiceItemQueries],
  exports: [ServiceItems],
})
export class ServiceItemModule {}
