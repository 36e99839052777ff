import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { permissionOf } from '@qi/contracts';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { SERVICE_NAME } from '../di-tokens';
import { currentContext } from '../http/request-context';
import { AccessEntryRow } from './access-entry.row';
import { entryOf, isForeign, reasonOf, type Looked } from './access-log';

/** So long an entry waits for others to be written with it. */
const GATHER_MS = 500;
const GROUP = 500;
/** What is kept while the database is away; beyond it the oldest are given up, and the log of the process says so. */
const MOST_WAITING = 20_000;

/** Who looked at whose data. Noting costs the reader nothing: entries are written in groups, after the answer. */
@Injectable()
export class AccessLog implements OnApplicationShutdown {
  private readonly logger = new Logger('AccessLog');
  private waiting: AccessEntryRow[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_NAME) private readonly service: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  note(actor: Actor, looked: Looked): void {
    const { operation = '', purpose = null } = currentContext() ?? {};
    const reason = reasonOf(actor, permissionOf(`${this.service}.${operation}`), looked.areaCode);
    if (!isForeign(actor, looked, reason)) return;
    const more = { id: newId(), at: this.clock.now(), operation, purpose };
    this.waiting.push(Object.assign(new AccessEntryRow(), entryOf(actor, looked, reason), more));
    if (this.waiting.length > MOST_WAITING) this.giveUpOldest();
    if (this.waiting.length >= GROUP) void this.write();
    else this.timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
  }

  /** All that was noted until now is in the table, or will be tried again. */
  write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeGroup());
    return this.writing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.write();
  }

  private async writeGroup(): Promise<void> {
    const group = this.waiting;
    if (group.length === 0) return;
    this.waiting = [];
    try {
      for (let at = 0; at < group.length; at += GROUP)
        await this.dataSource
          .createQueryBuilder()
          .insert()
          .into(AccessEntryRow)
          .values(group.slice(at, at + GROUP))
          .orIgnore()
          .execute();
    } catch (error) {
      this.logger.warn(`${group.length} entries of the access log wait: ${String(error)}`);
      this.waiting = [...group, ...this.waiting];
      this.timer ??= setTimeout(() => void this.write(), 10 * GATHER_MS).unref();
    }
  }

  private giveUpOldest(): void {
    const lost = this.waiting.splice(0, GROUP).length;
    this.logger.error(`${lost} entries of the access log are lost: the database does not take them`);
  }
}
