import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { MESSAGING_HEALTH, SERVICE_NAME } from '../di-tokens';

interface MessagingState {
  isHealthy(): Readonly<Record<string, boolean>>;
}

export interface ReadinessReport {
  readonly service: string;
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
}

const DATABASE_TIMEOUT_MS = 2_000;

/** Whether requests may be sent here: database, broker, consumer, relay; and not while the service is being stopped. */
@Injectable()
export class Readiness {
  private draining = false;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly discovery: DiscoveryService,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  drain(): void {
    this.draining = true;
    for (const listener of this.listeners) listener();
  }

  /** Called when the service is being stopped, before it waits for requests in flight: answers without an end are ended. */
  onDrain(listener: () => void): void {
    this.listeners.push(listener);
  }

  async report(): Promise<ReadinessReport> {
    const checks = { running: !this.draining, database: await this.databaseAnswers(), ...this.messaging() };
    return { service: this.service, ready: Object.values(checks).every(Boolean), checks };
  }

  private databaseAnswers(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), DATABASE_TIMEOUT_MS);
      const answer = (up: boolean): void => {
        clearTimeout(timer);
        resolve(up);
      };
      this.dataSource.query('select 1').then(
        () => answer(true),
        () => answer(false),
      );
    });
  }

  /** A service that neither sends nor receives has no such provider. */
  private messaging(): Readonly<Record<string, boolean>> {
    const found = this.discovery.getProviders().find(({ token }) => token === MESSAGING_HEALTH);
    return (found?.instance as MessagingState | undefined)?.isHealthy() ?? {};
  }
}
