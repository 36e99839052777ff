import { Module } from '@nestjs/common';
import { InstitutionController } from './institution.controller';
import { InstitutionQueries } from './institution.queries';
import { InstitutionService } from './institution.service';
import { PublicInstitutionController } from './public-institution.controller';

@Module({
  controllers: [InstitutionController, PublicInstitutionController],
  providers: [InstitutionService, InstitutionQueries],
  exports: [InstitutionService],
})
export class InstitutionModule {}
