import { Module } from '@nestjs/common';
import { LifeLines } from './life-line.service';

@Module({ providers: [LifeLines], exports: [LifeLines] })
export class LifeLineModule {}
