import { Module } from '@nestjs/common';
import { DayOfChangeTimer } from './day-of-change.timer';

@Module({ providers: [DayOfChangeTimer] })
export class DayOfChangeModule {}
