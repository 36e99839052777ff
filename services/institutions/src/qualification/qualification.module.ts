import { Module } from '@nestjs/common';
import { InstitutionModule } from '../institution/institution.module';
import { QualificationController } from './qualification.controller';
import { QualificationService } from './qualification.service';

@Module({
  imports: [InstitutionModule],
  controllers: [QualificationController],
  providers: [QualificationService],
})
export class QualificationModule {}
