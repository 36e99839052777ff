import { Module } from '@nestjs/common';
import { PlatformController } from './platform.controller';
import { PlatformQueries } from './platform.queries';
import { Platforms } from './platform.service';

@Module({ controllers: [PlatformController], providers: [Platforms, PlatformQueries], exports: [Platforms] })
export class OneStopPlatformModule {}
