import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK } from '@qi/kernel';
import { Logger as WorkerLogger, run } from 'graphile-worker';
import type { Runner, TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from '../config/service-config';
import { forgetKeys } from '../http/idempotency-claims';
import { SERVICE_CONFIG } from '../di-tokens';
import type { ServiceClock } from './service-clock';
import { TimerTasks } from './timer-tasks';

const CONCURRENCY = 2;
const POLL_MS = 2_000;
const POLL_WITH_TEST_CLOCK_MS = 200;
const FORGET_KEYS = 'platform-forget-idempotency-keys';

/** Runs due timers: every `@OnTimer` method of the service's providers, in a small pool of its own. */
@Injectable()
export class TimerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Timers');
  private runner?: Runner;
  private pool?: Pool;
  private tick?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TimerTasks,
    @Inject(CLOCK) private readonly clock: ServiceClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { url } = this.dataSource.options as { url: string };
    this.pool = this.openPool(url);
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: this.config.testClock ? POLL_WITH_TEST_CLOCK_MS : POLL_MS,
      taskList: this.taskList(),
      crontab: `17 * * * * ${FORGET_KEYS}`,
      logger: workerLogger(this.logger),
    });
    if (this.config.testClock) this.releaseWhileMoved();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.tick);
    await this.runner?.stop();
    await this.pool?.end();
  }

  /**
   * Makes timers run that are due by the service's clock though not by the database's. Answers how many. Timers that
   * failed and wait for their next try are among them.
   */
  async releaseDue(): Promise<number> {
    const released = await this.dataSource.query<unknown[]>(
      `select id from graphile_worker.reschedule_jobs(
         array(select id from graphile_worker._private_jobs
               where is_available and run_at > now() and run_at <= $1), run_at := now())`,
      [this.clock.now()],
    );
    return released.length;
  }

  /** A clock that was moved goes on from there: timers set before reach their time while nobody moves it. */
  private releaseWhileMoved(): void {
    this.tick = setInterval(() => {
      if (this.clock.offset <= 0) return;
      this.releaseDue().catch((error: unknown) => this.logger.warn(error));
    }, POLL_WITH_TEST_CLOCK_MS);
    this.tick.unref();
  }

  /** A connection that breaks, even one that is being closed, must not end the process. */
  private openPool(url: string): Pool {
    const pool = new Pool({ connectionString: url, max: CONCURRENCY + 2, application_name: 'qi-timers' });
    const lost = (error: Error): void => this.logger.warn(`lost a connection: ${error.message}`);
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  }

  private taskList(): TaskList {
    return { ...this.tasks.all(), [FORGET_KEYS]: () => forgetKeys(this.dataSource.manager) };
  }
}

function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') logger.error(message);
    else if (level === 'warning') logger.warn(message);
  });
}
