import { Controller, Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessLogController } from './access-log.controller';
import { AccessLogQueries } from './access-log.queries';
import { AccessLogRetention } from './access-log.retention';
import { AccessLog } from './access-log.service';
import { AccessEntryRow } from './access-entry.row';
import { NamedTables, NameQueries } from './names.queries';
import { CreateAccessLog1795818600000 } from '../database/migrations/1795818600000-create-access-log';
import { IndexAccessLogByTime1795832000000 } from '../database/migrations/1795832000000-index-access-log-by-time';

/** What a service that logs access puts into its data source. */
export const accessLogEntities = [AccessEntryRow] as const;
export const accessLogMigrations = [CreateAccessLog1795818600000, IndexAccessLogByTime1795832000000] as const;

/**
 * The access log of a service: `AccessLog` for whoever reads, `GET /api/<service>/v1/access-log` for whoever asks. The
 * tables named hold the organisations and persons that the service knows, by `id` and `name`.
 */
@Global()
@Module({})
export class AccessLogModule {
  static at(service: string, tables: readonly string[]): DynamicModule {
    // A class per service: the path belongs to the class, and several services may run in one process.
    @Controller(`api/${service}/v1/access-log`)
    class ServiceAccessLogController extends AccessLogController {}
    Object.defineProperty(ServiceAccessLogController, 'name', { value: AccessLogController.name });
    return {
      module: AccessLogModule,
      controllers: [ServiceAccessLogController],
      providers: [
        ...[AccessLog, AccessLogQueries, AccessLogRetention, NameQueries],
        { provide: NamedTables, useValue: new NamedTables(tables) },
      ],
      exports: [AccessLog],
    };
  }
}
