import { Module } from '@nestjs/common';
import { Accreditations } from '@qi/provider';
import { InstitutionController } from './institution.controller';
import { InstitutionQueries } from './institution.queries';
import { InstitutionService } from './institution.service';
import { PublicInstitutionController } from './public-institution.controller';

@Module({
  controllers: [InstitutionController, PublicInstitutionController],
  providers: [InstitutionService, InstitutionQueries, Accreditations],
  exports: [InstitutionService, Accreditations],
})
export class InstitutionModule {}
