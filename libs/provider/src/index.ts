export { Accreditations } from './accreditation/accreditation.service';
export { annexChanges, annexFormats, sitesNamed } from './annex/annex';
export type { Annex, AnnexChange, AnnexDetails, AnnexFormat, AnnexReview } from './annex/annex';
export { AnnexColumns } from './annex/annex-columns.row';
export { annexRows, faultOf } from './annex/annex-file';
export type { FieldFault, ReadRow, RowReading } from './annex/annex-file';
export { AnnexLines } from './annex/annex-lines';
export type { FileLine, LinePage } from './annex/annex-lines';
export { AnnexRegister } from './annex/annex-register';
export { AnnexReviewController, TakesAnnex } from './annex/annex.controller';
export { annexDetailsOf, annexShown } from './annex/annex.dto';
export { AnnexIntakeService } from './annex/annex.intake.service';
export type { AnnexUpload } from './annex/annex.intake.service';
export { AnnexModule } from './annex/annex.module';
export { AnnexQueue } from './annex/annex.queue';
export { AnnexRunner } from './annex/annex.runner';
export { AnnexStore } from './annex/annex.store';
export { CandidateFinder } from './candidate-finder';
export type { TaskOpened } from './candidate-finder';
export { RoutingKnowledge } from './decision/routing-knowledge';
export { PolicyService } from './policy/policy.service';
export { ProviderModule } from './provider.module';
export { rulesOf } from './provider-options';
export type { ProviderOptions } from './provider-options';
export { providerEntities, providerMigrations } from './entities';
export { adviceSteps, calibrationSteps, testingSteps } from './job/step';
export type { Step } from './job/step';
export { keyOf } from './routing/candidate';
export type { Candidate } from './routing/candidate';
export { routingDemandOf } from './task/task';
export type { RoutingDemand } from './routing/demand';
export type { Factor, Gate, Miss, RoutingContext, RoutingRules, Verdict } from './routing/gate';
export type {
  FailedGate,
  FieldState,
  Judgement,
  SharedMiss,
  Tally,
  NearMiss,
  RoutingDecision,
  RoutingInput,
} from './routing/decision';
export type { AdviceFacts, CalibrationFacts, CapabilityFact, ScopeFacts, ScopeLineFact } from './routing/facts';
export type { StandardCurrency, StandardFact } from './routing/standard-fact';
export { winnerOf } from './routing/decision';
export { draw } from './routing/draw';
export { MOST_MISSES, MOST_SHARED } from './routing/misses';
export { route, scorer } from './routing/route';
export { standardCurrency } from './routing/currency';
export { MOST_KEPT, keep } from './record/keep';
export { decisionOf, inputsOf, outcomeIn, textOf } from './record/record-text';
export type { RecordText } from './record/record-text';
export { firstDifference } from './record/difference';
export type { Replay } from './record/difference';
export { NOTHING as NO_LOAD, jobsOfRequests, onTimeRateOf, ratingOf } from './load/provider-load';
export type { ProviderLoad } from './load/provider-load';
export { ProviderSettings } from './provider-options';
export type { Kept } from './record/keep';
export { Decider } from './decision/decider';
export type { Deciding } from './decision/decider';
export { LoadWatch } from './load/load-watch';
export { PastLoads } from './load/past-loads';
export { bySnapshot } from './load/snapshot';
export { defaultPolicy } from './routing/policy';
export type { RoutingPolicy } from './routing/policy';
export { testingGates } from './routing/gates/testing';
export { admitsLimit } from './routing/gates/testing/limit';
export { coversClauses, methodOn, numberOf, readNumber } from './routing/gates/testing/method';
export { standardInForce } from './routing/gates/testing/standard-in-force';
export { coversEveryParameter, normalName } from './routing/names';
export { trimScope } from './routing/gates/testing/trim';
export { calibrationGates } from './routing/gates/calibration';
export { adviceGates } from './routing/gates/advice';
export { JobQueries } from './job/job.queries';
export { StandardService } from './standard/standard.service';
