import { Module } from '@nestjs/common';
import { InstituteController } from './institute.controller';
import { InstituteQueries } from './institute.queries';
import { InstituteService } from './institute.service';

@Module({
  controllers: [InstituteController],
  providers: [InstituteService, InstituteQueries],
  exports: [InstituteService],
})
export class InstituteModule {}
