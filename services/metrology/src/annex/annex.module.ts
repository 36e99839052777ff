import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { SERVICE_CONFIG, type ServiceConfig } from '@qi/platform';
import { CapabilityModule } from '../capability/capability.module';
import { InstituteModule } from '../institute/institute.module';
import { AnnexController } from './annex.controller';
import { annexFolder } from './annex.folder';
import { AnnexEffect } from './annex.effect';
import { AnnexIntakeService } from './annex.intake.service';
import { AnnexQueries } from './annex.queries';
import { AnnexQueue } from './annex.queue';
import { AnnexRunner } from './annex.runner';
import { AnnexService } from './annex.service';
import { AnnexStore } from './annex.store';

@Module({
  imports: [
    InstituteModule,
    CapabilityModule,
    MulterModule.registerAsync({
      inject: [SERVICE_CONFIG],
      useFactory: (config: ServiceConfig) => ({ dest: annexFolder(config) }),
    }),
  ],
  controllers: [AnnexController],
  providers: [AnnexIntakeService, AnnexService, AnnexEffect, AnnexQueue, AnnexRunner, AnnexStore, AnnexQueries],
})
export class AnnexModule {}
