import { Module } from '@nestjs/common';
import { StuckController } from './stuck.controller';
import { StuckQueries } from './stuck.queries';

@Module({ controllers: [StuckController], providers: [StuckQueries] })
export class StuckModule {}
