import { Module } from '@nestjs/common';
import { Proxy } from './proxy.service';

@Module({ providers: [Proxy], exports: [Proxy] })
export class ProxyModule {}
