import { Module } from '@nestjs/common';
import { InstitutionModule } from '../institution/institution.module';
import { EquipmentController } from './equipment.controller';
import { EquipmentService } from './equipment.service';

@Module({ imports: [InstitutionModule], controllers: [EquipmentController], providers: [EquipmentService] })
export class EquipmentModule {}
