import { Module } from '@nestjs/common';
import { LifeLineModule } from '../life-line/life-line.module';
import { Clocks } from './clocks.service';
import { LimitSweep } from './limit-sweep';
import { TimeLimitController } from './time-limit.controller';
import { TimeLimits } from './time-limit.service';

@Module({
  imports: [LifeLineModule],
  controllers: [TimeLimitController],
  providers: [TimeLimits, Clocks, LimitSweep],
  exports: [Clocks],
})
export class TimeLimitModule {}
