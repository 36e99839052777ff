import { Module } from '@nestjs/common';
import { RequestLineModule } from '../request-line/request-line.module';
import { DuplicateHints } from './duplicate-hints.service';
import { Outlooks } from './outlook.service';

@Module({ imports: [RequestLineModule], providers: [DuplicateHints, Outlooks], exports: [Outlooks, DuplicateHints] })
export class OutlookModule {}
