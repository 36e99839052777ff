import { Module } from '@nestjs/common';
import { InstrumentController } from './instrument.controller';
import { InstrumentQueries } from './instrument.queries';
import { InstrumentService } from './instrument.service';

@Module({ controllers: [InstrumentController], providers: [InstrumentService, InstrumentQueries] })
export class InstrumentModule {}
