import { Module } from '@nestjs/common';
import { NoticeController } from './notice.controller';
import { NoticeQueries } from './notice.queries';
import { Notices } from './notice.service';

@Module({ controllers: [NoticeController], providers: [NoticeQueries, Notices] })
export class NoticeModule {}
