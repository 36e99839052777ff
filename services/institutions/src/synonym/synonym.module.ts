import { Module } from '@nestjs/common';
import { SynonymController } from './synonym.controller';
import { SynonymQueries } from './synonym.queries';
import { SynonymService } from './synonym.service';

@Module({
  controllers: [SynonymController],
  providers: [SynonymService, SynonymQueries],
  exports: [SynonymService],
})
export class SynonymModule {}
