import { Module } from '@nestjs/common';
import { StandardModule } from '../standard/standard.module';
import { CitationOwners } from './citation-owners.service';
import { ImpactController } from './impact.controller';

@Module({ imports: [StandardModule], controllers: [ImpactController], providers: [CitationOwners] })
export class ImpactModule {}
