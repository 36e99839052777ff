import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@qi/messaging';
import { CitationModule, kafkaSecurity, PlatformModule } from '@qi/platform';
import { ProviderModule, testingSteps, trimScope } from '@qi/provider';
import { annexModule } from './annex/annex.module';
import { CandidatesModule } from './candidates/candidates.module';
import { institutionGates } from './candidates/gates';
import { RegisterDecider } from './candidates/register.decider';
import { TestingFinder } from './candidates/testing.finder';
import { CitationQueries } from './citation/citation.queries';
import type { Config } from './config';
import { entities, migrations } from './data-source';
import { EquipmentModule } from './equipment/equipment.module';
import { InstitutionModule } from './institution/institution.module';
import { QualificationModule } from './qualification/qualification.module';
import { ScopeLineModule } from './scope-line/scope-line.module';
import { SynonymModule } from './synonym/synonym.module';
import { WorkItemModule } from './work-item/work-item.module';

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    const { brokers, topicPrefix } = config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ service: 'institutions', config, entities, migrations }),
        MessagingModule.forRoot({ service: 'institutions', brokers, topicPrefix, kafka: kafkaSecurity(config) }),
        ProviderModule.forRoot({
          service: 'institutions',
          providers: 'institution',
          gates: institutionGates,
          trimFacts: trimScope,
          imports: [CandidatesModule],
          finder: TestingFinder,
          decider: RegisterDecider,
          steps: () => testingSteps,
        }),
        InstitutionModule,
        QualificationModule,
        ScopeLineModule,
        EquipmentModule,
        annexModule,
        SynonymModule,
        WorkItemModule,
        CitationModule.at('institutions', CitationQueries),
      ],
    };
  }
}
