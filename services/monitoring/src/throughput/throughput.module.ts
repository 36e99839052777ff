import { Module } from '@nestjs/common';
import { ThroughputController } from './throughput.controller';
import { ThroughputQueries } from './throughput.queries';

@Module({ controllers: [ThroughputController], providers: [ThroughputQueries] })
export class ThroughputModule {}
