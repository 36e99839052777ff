import { Module } from '@nestjs/common';
import { RegisterQueries } from './register.queries';

/** What the finder of candidates injects. */
@Module({ providers: [RegisterQueries], exports: [RegisterQueries] })
export class CandidatesModule {}
