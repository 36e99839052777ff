import { Module } from '@nestjs/common';
import { Portal } from './portal.service';

@Module({ providers: [Portal], exports: [Portal] })
export class PortalModule {}
