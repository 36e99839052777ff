import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { ClientConfig, QueryResultRow } from 'pg';

/** `qi` in ASCII: the first half of every advisory lock key taken here. */
const LOCK_SPACE = 0x7169;

/**
 * One connection of its own per process, beside the pool: what is held by a session (advisory locks, LISTEN) lives and
 * dies with it. Needs a session for itself, so no transaction-pooling proxy in between.
 */
export class DatabaseSession {
  private readonly logger = new Logger('DatabaseSession');
  private client: Promise<Client> | undefined;
  private current: Client | undefined;
  private generation = 0;
  private closed = false;

  constructor(
    private readonly config: ClientConfig,
    private readonly onNotify: () => void = () => undefined,
  ) {}

  /** Changes whenever the connection is lost or made anew: whatever the older session held is gone. */
  get epoch(): number {
    return this.generation;
  }

  async query<R extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
    const client = await this.open();
    const { rows } = await client.query<R>(sql, values);
    return rows;
  }

  /** Takes the lock for this session if nobody holds it; never waits. Taking it twice is harmless. */
  async tryLock(number: number): Promise<boolean> {
    const held = 'select pg_try_advisory_lock($1, $2) as locked';
    const rows = await this.query<{ locked: boolean }>(held, [LOCK_SPACE, number]);
    return rows[0]?.locked === true;
  }

  /** Ends the session; it cannot be used again. */
  async close(): Promise<void> {
    this.closed = true;
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private open(): Promise<Client> {
    if (this.closed) return Promise.reject(new Error('the database session is closed'));
    if (!this.client) {
      const opening = this.connect();
      this.client = opening;
      opening.catch(() => this.forget(opening));
    }
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ ...this.config, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const lost = (error?: Error): void => {
      if (this.current !== client) return;
      this.current = undefined;
      this.client = undefined;
      this.generation += 1;
      if (!this.closed) this.logger.warn(`connection lost${error ? `: ${error.message}` : ''}`);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', this.onNotify);
    await client.connect();
    this.current = client;
    // A removal that is lost in a crash sends its rows again, and the inboxes drop those: no need to wait for the disk.
    await client.query("set synchronous_commit = off; set application_name = 'qi-relay'; listen qi_outbox");
    this.generation += 1;
    return client;
  }

  private forget(opening: Promise<Client>): void {
    if (this.client === opening) this.client = undefined;
  }
}
