import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { CitationModule, kafkaSecurity, PlatformModule } from '@qi/platform';
import { ProviderModule, calibrationSteps } from '@qi/provider';
import { annexModule } from './annex/annex.module';
import { CalibrationFinder } from './candidates/calibration.finder';
import { CandidatesModule } from './candidates/candidates.module';
import { metrologyGates } from './candidates/metrology-gates';
import { CapabilityModule } from './capability/capability.module';
import { CitationQueries } from './citation/citation.queries';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { InstituteModule } from './institute/institute.module';
import { InstrumentModule } from './instrument/instrument.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'metrology', config, entities, migrations }),
        MessagingModule.forRoot({ service: 'metrology', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        ProviderModule.forRoot({
          service: 'metrology',
          providers: 'institute',
          gates: metrologyGates,
          imports: [CandidatesModule],
          finder: CalibrationFinder,
          steps: () => calibrationSteps,
        }),
        InstituteModule,
        CapabilityModule,
        annexModule,
        InstrumentModule,
        CitationModule.at('metrology', CitationQueries),
      ],
    };
  }
}
