import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CLOCK } from '@qi/kernel';
import { LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AccessGuard } from './auth/access-guard';
import { AccessRules } from './auth/access-rules';
import { GuardedRoutes } from './auth/guarded-routes';
import { Tokens } from './auth/tokens';
import { databaseUrlOf } from './config/service-config';
import type { ServiceConfig } from './config/service-config';
import { createDataSource, ensureDatabase, migrate } from './database/data-source';
import type { EntityClass, MigrationClass } from './database/data-source';
import { Transactions } from './database/transactions';
import { HealthController } from './health/health.controller';
import { MetricsController } from './health/metrics.controller';
import { Readiness } from './health/readiness';
import { EtagInterceptor } from './http/etag';
import { IdempotencyInterceptor } from './http/idempotency';
import { currentContext } from './http/request-context';
import { logOptions } from './logs/log-options';
import { ServiceLogger } from './logs/service-logger';
import { ProblemFilter } from './problems/problem-filter';
import { CalendarStore } from './time/calendar-store';
import { ClockController } from './time/clock.controller';
import { CurrentCalendar } from './time/current-calendar';
import { ServiceClock } from './time/service-clock';
import { TimerRunner } from './time/timer-runner';
import { TimerTasks } from './time/timer-tasks';
import { Timers } from './time/timers';
import { MESSAGE_CONTEXT, SERVICE_CONFIG, SERVICE_NAME } from './di-tokens';
import { DtoPipe } from './validation/validation-pipe';

export interface PlatformOptions {
  readonly service: string;
  readonly config: ServiceConfig;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

const PLATFORM_OPTIONS = Symbol.for('qi.platform-options');

/** What every service stands on; global. Connecting creates and migrates the database before anything asks for it. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { service, config } = options;
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, LoggerModule.forRoot(logOptions(service, config))],
      controllers: [HealthController, MetricsController, ...(config.testClock ? [ClockController] : [])],
      providers: [
        { provide: PLATFORM_OPTIONS, useValue: options },
        { provide: SERVICE_NAME, useValue: service },
        { provide: SERVICE_CONFIG, useValue: config },
        { provide: MESSAGE_CONTEXT, useValue: currentContext },
        { provide: CLOCK, useClass: ServiceClock },
        { provide: DataSource, useFactory: () => connect(options) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        ...[
          ServiceLogger,
          Tokens,
          AccessRules,
          GuardedRoutes,
          Transactions,
          Timers,
          TimerTasks,
          TimerRunner,
          Readiness,
          CurrentCalendar,
          CalendarStore,
        ],
      ],
      exports: [
        ...[SERVICE_NAME, SERVICE_CONFIG, MESSAGE_CONTEXT, CLOCK, DataSource],
        ...[Transactions, Timers, TimerRunner, Readiness, CurrentCalendar, CalendarStore, Tokens],
      ],
    };
  }
}

async function connect({ service, config, entities, migrations }: PlatformOptions): Promise<DataSource> {
  const url = databaseUrlOf(service, config.databaseUrl);
  await ensureDatabase(url);
  const options = { url, entities, migrations, poolSize: config.databasePool, applicationName: `qi-${service}` };
  const dataSource = await createDataSource(options).initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** Finds the options given to `forRoot` among a module's imports, without starting anything. */
export function platformOptionsOf(module: unknown): PlatformOptions | undefined {
  const { imports = [], providers = [] } = Object(module) as Partial<DynamicModule>;
  const own = providers.find((provider) => 'provide' in provider && provider.provide === PLATFORM_OPTIONS);
  if (own && 'useValue' in own) return own.useValue as PlatformOptions;
  for (const imported of imports) {
    const found = platformOptionsOf(imported);
    if (found) return found;
  }
  return undefined;
}
