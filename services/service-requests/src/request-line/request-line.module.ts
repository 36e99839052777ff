import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module';
import { ServiceItemModule } from '../service-item/service-item.module';
import { LineReader } from './line-reader.service';

@Module({ imports: [ServiceItemModule, AttachmentModule], providers: [LineReader], exports: [LineReader] })
export class RequestLineModule {}
