import { Module } from '@nestjs/common';
import { LifeLineModule } from '../life-line/life-line.module';
import { Clocks } from './clocks.service';
import { Consequences } from './consequences.service';
import { LimitSweep } from './limit-sweep.service';
import { LimitSweepTimer } from './limit-sweep.timer';
import { TimeLimitController } from './time-limit.controller';
import { TimeLimits } from './time-limit.service';

@Module({
  imports: [LifeLineModule],
  controllers: [TimeLimitController],
  providers: [TimeLimits, Clocks, Consequences, LimitSweep, LimitSweepTimer],
  exports: [TimeLimits, Clocks, Consequences],
})
export class TimeLimitModule {}
