import { Module } from '@nestjs/common';
import { SynonymModule } from '../synonym/synonym.module';
import { RegisterQueries } from './register.queries';

/** What the finder of candidates injects. */
@Module({ imports: [SynonymModule], providers: [RegisterQueries], exports: [RegisterQueries, SynonymModule] })
export class CandidatesModule {}
