import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { FactConsumer } from './fact.consumer';
import { FactQueries } from './fact.queries';
import { Facts } from './fact.service';
import { LiveController } from './live.controller';
import { LiveHub } from './live.hub';
import { LiveStreams } from './live.service';

@Module({
  imports: [SessionModule],
  controllers: [LiveController],
  providers: [FactConsumer, FactQueries, Facts, LiveHub, LiveStreams],
})
export class FactModule {}
