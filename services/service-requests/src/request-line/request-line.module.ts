import { Module } from '@nestjs/common';
import { ServiceItemModule } from '../service-item/service-item.module';
import { LineReader } from './line-reader.service';

@Module({ imports: [ServiceItemModule], providers: [LineReader], exports: [LineReader] })
export class RequestLineModule {}
