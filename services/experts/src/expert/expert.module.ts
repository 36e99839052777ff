import { Module } from '@nestjs/common';
import { ExpertController } from './expert.controller';
import { ExpertQueries } from './expert.queries';
import { ExpertService } from './expert.service';

@Module({ controllers: [ExpertController], providers: [ExpertService, ExpertQueries] })
export class ExpertModule {}
