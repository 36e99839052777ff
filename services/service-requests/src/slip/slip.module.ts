import { Module } from '@nestjs/common';
import { Slips } from './slips.service';

@Module({ providers: [Slips], exports: [Slips] })
export class SlipModule {}
