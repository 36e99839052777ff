import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessLogModule, CalendarModule } from '@qi/platform';
import { AccreditationCheck } from './accreditation/accreditation-check.timer';
import { ReportFlagController } from './accreditation/report-flag.controller';
import { ReportFlagQueries } from './accreditation/report-flag.queries';
import { CalendarConsumer } from './calendar/calendar.consumer';
import { CandidateFinder } from './candidate-finder';
import { CompetenceService } from './decision/competence.service';
import { Decider } from './decision/decider';
import { DecisionController } from './decision/decision.controller';
import { DecisionQueries } from './decision/decision.queries';
import { DecisionService } from './decision/decision.service';
import { FinderDecider } from './decision/finder-decider';
import { RoutingKnowledge } from './decision/routing-knowledge';
import { RoutingService } from './decision/routing.service';
import { DeliverableService } from './job/deliverable.service';
import { JobDesk } from './job/job-desk';
import { JobController } from './job/job.controller';
import { JobQueries } from './job/job.queries';
import { JobService } from './job/job.service';
import { OfferCalendar } from './job/offer-calendar';
import { OfferExpiry } from './job/offer-expiry';
import { RatingConsumer } from './load/rating.consumer';
import { OfferService } from './offer/offer.service';
import { placed } from './placed';
import { FairnessController } from './fairness/fairness.controller';
import { FairnessService } from './fairness/fairness.service';
import { PastDecisions } from './simulate/past-decisions';
import { SimulationController } from './simulate/simulation.controller';
import { SimulationService } from './simulate/simulation.service';
import { PolicyController } from './policy/policy.controller';
import { PolicyService } from './policy/policy.service';
import { ProviderSettings } from './provider-options';
import type { ProviderOptions } from './provider-options';
import { StandardConsumer } from './standard/standard.consumer';
import { StandardController } from './standard/standard.controller';
import { StandardService } from './standard/standard.service';
import { TaskConsumer } from './task/task.consumer';
import { TaskService } from './task/task.service';
import { VerificationController } from './verify/verification.controller';
import { VerificationQueries } from './verify/verification.queries';

const controllers = [
  ...[JobController, ReportFlagController, StandardController, VerificationController],
  ...[DecisionController, PolicyController, SimulationController, FairnessController],
];

/**
 * Job life cycle, offers, routing decisions, the standards' copy and the calendar of one provider service, at `/api/<service>/v1`.
 * Needs PlatformModule and MessagingModule in the application.
 */
@Module({})
export class ProviderModule {
  static forRoot<F>(options: ProviderOptions<F>): DynamicModule {
    return {
      module: ProviderModule,
      imports: [
        AccessLogModule.at(options.service, options.providers ? [options.providers] : []),
        CalendarModule.copyIn(options.service),
        ...(options.imports ?? []),
      ],
      controllers: controllers.map((controller) => placed(controller, `api/${options.service}/v1`)),
      providers: [
        { provide: ProviderSettings, useValue: new ProviderSettings(options) },
        { provide: CandidateFinder, useClass: options.finder },
        { provide: Decider, useClass: options.decider ?? FinderDecider },
        ...[RoutingKnowledge, RoutingService, DecisionService, DecisionQueries, OfferService],
        ...[JobService, JobQueries, DeliverableService, OfferExpiry, OfferCalendar, JobDesk],
        ...[TaskService, TaskConsumer, RatingConsumer, CalendarConsumer],
        ...[CompetenceService, AccreditationCheck, ReportFlagQueries, VerificationQueries],
        ...[PastDecisions, SimulationService, FairnessService],
        ...[PolicyService, StandardService, StandardConsumer],
      ],
      exports: [JobQueries, StandardService],
    };
  }
}
