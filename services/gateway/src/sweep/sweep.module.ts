import { Module } from '@nestjs/common';
import { SweepTimer } from './sweep.timer';

@Module({ providers: [SweepTimer] })
export class SweepModule {}
