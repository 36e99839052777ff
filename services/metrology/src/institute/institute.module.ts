import { Module } from '@nestjs/common';
import { Accreditations } from '@qi/provider';
import { InstituteController } from './institute.controller';
import { InstituteQueries } from './institute.queries';
import { InstituteService } from './institute.service';

@Module({
  controllers: [InstituteController],
  providers: [InstituteService, InstituteQueries, Accreditations],
  exports: [InstituteService, Accreditations],
})
export class InstituteModule {}
