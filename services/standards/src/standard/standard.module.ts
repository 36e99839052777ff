import { Module } from '@nestjs/common';
import { PublicStandardController } from './public-standard.controller';
import { StandardController } from './standard.controller';
import { StandardQueries } from './standard.queries';
import { StandardService } from './standard.service';
import { StandardStore } from './standard.store';

@Module({
  controllers: [StandardController, PublicStandardController],
  providers: [StandardService, StandardQueries, StandardStore],
  exports: [StandardService, StandardStore],
})
export class StandardModule {}
