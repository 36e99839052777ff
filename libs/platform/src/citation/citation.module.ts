import { Controller, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { Citing } from './citation';
import { CitationController } from './citation.controller';

/** Who cites a standard: `GET /api/<service>/v1/citations`. */
@Module({})
export class CitationModule {
  static at(service: string, citing: Type<Citing>): DynamicModule {
    // A class per service: the path belongs to the class, and several services may run in one process.
    @Controller(`api/${service}/v1/citations`)
    class ServiceCitationController extends CitationController {}
    Object.defineProperty(ServiceCitationController, 'name', { value: CitationController.name });
    return {
      module: CitationModule,
      controllers: [ServiceCitationController],
      providers: [{ provide: Citing, useClass: citing }],
    };
  }
}
