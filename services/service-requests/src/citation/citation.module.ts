import { Module } from '@nestjs/common';
import { CitationController } from './citation.controller';
import { CitationQueries } from './citation.queries';

@Module({ controllers: [CitationController], providers: [CitationQueries] })
export class CitationModule {}
