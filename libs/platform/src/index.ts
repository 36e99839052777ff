export { AccessLog } from './access-log/access-log.service';
export { AccessLogRetention } from './access-log/access-log.retention';
export type { Looked } from './access-log/access-log';
export { accessLogEntities, accessLogMigrations, AccessLogModule } from './access-log/access-log.module';
export { citationOf, Citing, type Holding } from './citation/citation';
export { CitationModule } from './citation/citation.module';
export { CurrentActor, Public, Roles, setActor } from './auth/access';
export { organisationKinds, roles } from '@qi/contracts';
export type { OrganisationKind, Role } from '@qi/contracts';
export { actsFor, areaPrefixes, byOf, hasRole, inAreas, overseenPrefixes, oversees } from './auth/actor';
export type { Actor } from './auth/actor';
export { devKeys, signToken } from './auth/dev-keys';
export type { SigningKeys } from './auth/dev-keys';
export { generatedSecret } from './auth/generated-secret';
export { Tokens } from './auth/tokens';
export { bootstrap, startService } from './boot/bootstrap';
export type { RunningService } from './boot/bootstrap';
export { closeService, createService } from './boot/service';
export type { ServiceDefinition } from './boot/service';
export { configWith, Env, loadConfig, readConfig } from './config/env';
export type { ConfigFault } from './config/env';
export { databaseUrlOf, jwksUrl, kafkaSecurity, keysFolder, projectRoot, ServiceConfig } from './config/service-config';
export { codeOf, createDataSource, ensureDatabase, migrate } from './database/data-source';
export type { DataSourceOptions, EntityClass, MigrationClass } from './database/data-source';
export { copyCell, copyInto, copyRow } from './database/copy-rows';
export type { CopyCell } from './database/copy-rows';
export { schemaOf } from './database/schema-dump';
export { writeSchema } from './database/write-schema';
export { claimAtHand, lock, together, Transactions } from './database/transactions';
export { assertVersion, IfMatch } from './http/etag';
export { decodeCursor, PageQuery, pageOf } from './http/paging';
export type { Page } from './http/paging';
export { currentContext, withContext } from './http/request-context';
export type { IdempotencyClaim, RequestContext } from './http/request-context';
export { Readiness } from './health/readiness';
export { openApiOf } from './openapi/document';
export { writeOpenApi } from './openapi/write';
export { PlatformModule } from './platform-module';
export type { PlatformOptions } from './platform-module';
export { HttpProblem, invalidRequest } from './problems/http-problem';
export { languageOf } from './problems/language';
export { problemAnswer } from './problems/problem';
export type { Fault } from './problems/http-problem';
export { oneAhead } from './tables/one-ahead';
export { tableProblem } from './tables/table';
export type { TableRow } from './tables/table';
export { csvRows, jsonRecords, linesOf } from './tables/text.reader';
export { workbookRows } from './tables/workbook.reader';
export { CalendarStore } from './time/calendar-store';
export type { CalendarListener } from './time/calendar-store';
export { CalendarService } from './time/calendar.service';
export { CalendarModule } from './time/calendar.module';
export { CurrentCalendar } from './time/current-calendar';
export { OnTimer } from './time/on-timer';
export { ServiceClock } from './time/service-clock';
export { TimerRunner } from './time/timer-runner';
export { Timers } from './time/timers';
export type { Timer } from './time/timers';
export { SERVICE_CONFIG, SERVICE_NAME } from './di-tokens';
export {
  IsAreaCode,
  IsBusinessDate,
  IsDecimalText,
  IsId,
  IsInstant,
  IsStandardNumber,
  IsUscc,
  OneOfValues,
  Text,
} from './validation/checks';
export { isBusinessDate } from './validation/dates';
export { judged } from './validation/judged';
export { Optional } from './validation/optional';
export { IdParam, ParseId } from './validation/parse-id';
