import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { SERVICE_CONFIG, type ServiceConfig } from '@qi/platform';
import { InstitutionModule } from '../institution/institution.module';
import { ScopeLineModule } from '../scope-line/scope-line.module';
import { AnnexComparison } from './annex.comparison';
import { AnnexController } from './annex.controller';
import { annexFolder } from './annex.folder';
import { AnnexEffect } from './annex.effect';
import { AnnexIntakeService } from './annex.intake.service';
import { AnnexQueries } from './annex.queries';
import { AnnexQueue } from './annex.queue';
import { AnnexRunner } from './annex.runner';
import { AnnexService } from './annex.service';
import { AnnexLineStore } from './annex-line.store';

@Module({
  imports: [
    InstitutionModule,
    ScopeLineModule,
    MulterModule.registerAsync({
      inject: [SERVICE_CONFIG],
      useFactory: (config: ServiceConfig) => ({ dest: annexFolder(config) }),
    }),
  ],
  controllers: [AnnexController],
  providers: [
    AnnexIntakeService,
    AnnexService,
    AnnexEffect,
    AnnexQueue,
    AnnexRunner,
    AnnexComparison,
    AnnexLineStore,
    AnnexQueries,
  ],
})
export class AnnexModule {}
