import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata, Type } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { SERVICE_CONFIG, SERVICE_NAME, type ServiceConfig } from '@qi/platform';
import { Accreditations } from '../accreditation/accreditation.service';
import type { Annex } from './annex';
import type { AnnexReviewController } from './annex.controller';
import { AnnexEffect } from './annex.effect';
import { AnnexIntakeService } from './annex.intake.service';
import { AnnexQueries } from './annex.queries';
import { annexFolder, AnnexQueue } from './annex.queue';
import { AnnexRegister } from './annex-register';
import { AnnexRunner } from './annex.runner';
import { AnnexService } from './annex.service';
import { AnnexStore } from './annex.store';

export interface AnnexOptions<A extends Annex, L> {
  readonly register: Type<AnnexRegister<A, L>>;
  readonly controller: Type<AnnexReviewController>;
  /** Modules that give the register what it injects. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
}

const uploads = MulterModule.registerAsync({
  inject: [SERVICE_CONFIG, SERVICE_NAME],
  useFactory: (config: ServiceConfig, service: string) => ({ dest: annexFolder(config, service) }),
});

/** What providers are approved for, from the file to its effect on the register: ADR 0013. */
@Module({})
export class AnnexModule {
  static forService<A extends Annex, L>({ register, controller, imports }: AnnexOptions<A, L>): DynamicModule {
    return {
      module: AnnexModule,
      imports: [...imports, uploads],
      controllers: [controller],
      providers: [
        { provide: AnnexRegister, useClass: register },
        ...[AnnexIntakeService, AnnexService, AnnexEffect, AnnexQueue, AnnexRunner, AnnexStore, AnnexQueries],
        Accreditations,
      ],
    };
  }
}
