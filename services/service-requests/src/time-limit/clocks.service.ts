import { Injectable } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { CurrentCalendar, lock, together } from '@qi/platform';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { theSystem } from '../life-line/life-line';
import { LifeLines } from '../life-line/life-line.service';
import { insertRows, updateRows } from '../multi-row';
import type { ClockCommand, ClockKind } from './change';
import { extend, pause, resume, startClock, stop, usedMinutes, type Extension, type LimitClock } from './clock';
import { clockView, type ClockView } from './clock-view';
import { LimitClockRow } from './limit-clock.row';
import { limitProblem } from './time-limit.problems';
import { TimeLimits } from './time-limit.service';

const STOP = `
  update limit_clock c set status = 'stopped', stopped_at = s.at, next_at = null
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as s (request_id, task_id, kind, at)
  where c.request_id = s.request_id and c.task_id is not distinct from s.task_id and c.kind = s.kind
    and c.status <> 'stopped'`;

/** The clocks of requests and tasks. Commands come from the rules, in the transaction of the change they belong to. */
@Injectable()
export class Clocks {
  constructor(
    private readonly limits: TimeLimits,
    private readonly calendar: CurrentCalendar,
    private readonly lifeLines: LifeLines,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Applies the commands in order, many in few statements. Starting a clock that runs leaves it running. Answers the
   * clocks that were started, paused or resumed.
   */
  async apply(tx: EntityManager, commands: readonly ClockCommand[]): Promise<LimitClock[]> {
    if (commands.length === 0) return [];
    const { started, stopped, turned } = await this.reduce(tx, commands);
    // Sent in this order: a clock that is stopped makes room for the next of its kind.
    const [, moved] = await together(
      this.stopAll(tx, stopped),
      this.turnAll(tx, turned),
      insertRows(tx, LimitClockRow, started, 'on conflict do nothing'),
    );
    return [...started, ...moved];
  }

  /** All clocks of the requests, as people see them. */
  async viewsOf(requestIds: readonly string[], at: Date, tx = this.dataSource.manager): Promise<ClockView[]> {
    const rows = await tx.find(LimitClockRow, {
      where: { requestId: In([...requestIds]) },
      order: { startedAt: 'asc', id: 'asc' },
    });
    return this.view(rows, at);
  }

  view(clocks: readonly LimitClock[], at: Date): ClockView[] {
    return clocks.map((clock) => clockView(clock, at, usedMinutes(clock, at, this.calendar)));
  }

  /** The live clock of a kind that belongs to the request itself. */
  async find(tx: EntityManager, requestId: string, kind: ClockKind): Promise<LimitClock | undefined> {
    const rows = await tx.findBy(LimitClockRow, { requestId, kind, taskId: IsNull(), status: Not('stopped') });
    return rows[0];
  }

  /** More time for a reason that stands on the life line. */
  async extend(tx: EntityManager, clock: { id: string; requestId: string }, extension: Extension): Promise<ClockView> {
    const row = await lock(tx, LimitClockRow, clock, limitProblem.unknown());
    const next = extend(row, extension, this.calendar);
    await this.save(tx, [next]);
    const at = new Date(extension.at);
    const view = clockView(next, at, usedMinutes(next, at, this.calendar));
    const { zh, en } = view.name;
    const { days, reason, by } = extension;
    const words = {
      zh: `${zh}时限延长 ${days} 个工作日：${reason}`,
      en: `The time for ${en} was extended by ${days} working days: ${reason}`,
    };
    const data = { clockId: row.id, clock: row.kind, days, reason, dueAt: next.dueAt };
    const { requestId, taskId } = row;
    await this.lifeLines.add(tx, [{ requestId, taskId, at, by, kind: 'clock-extended', words, data }]);
    return view;
  }

  /** Clocks that are due for a reminder, a breach or an escalation, locked; those that others work on are left to them. */
  lockDue(tx: EntityManager, now: Date, limit: number): Promise<LimitClock[]> {
    return tx
      .createQueryBuilder(LimitClockRow, 'clock')
      .where('clock.nextAt <= :now', { now })
      .orderBy('clock.nextAt')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  /** Running clocks whose due time was only assumed, and falls into a year that is known by now. */
  lockAssumed(tx: EntityManager, knownYears: readonly number[], limit: number): Promise<LimitClock[]> {
    return tx
      .createQueryBuilder(LimitClockRow, 'clock')
      .where(`clock.provisional and clock.status = 'running'`)
      .andWhere(`extract(year from clock.dueAt at time zone 'Asia/Shanghai') = any(:knownYears)`, { knownYears })
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async save(tx: EntityManager, clocks: readonly LimitClock[]): Promise<void> {
    await updateRows(tx, LimitClockRow, clocks, moving);
  }

  private async stopAll(tx: EntityManager, stopped: readonly ClockCommand[]): Promise<void> {
    if (stopped.length === 0) return;
    await tx.query(STOP, [
      stopped.map(({ requestId }) => requestId),
      stopped.map(({ taskId }) => taskId),
      stopped.map(({ kind }) => kind),
      stopped.map(({ at }) => at),
    ]);
  }

  private async turnAll(tx: EntityManager, commands: readonly ClockCommand[]): Promise<LimitClock[]> {
    const turned: LimitClock[] = [];
    for (const command of commands) turned.push(...(await this.turn(tx, command)));
    return turned;
  }

  /** Pause and resume need what has been used so far, so they read the clock first; they are rare. */
  private async turn(tx: EntityManager, { action, kind, requestId, taskId, at }: ClockCommand): Promise<LimitClock[]> {
    const rows = await tx
      .createQueryBuilder(LimitClockRow, 'clock')
      .where('clock.requestId = :requestId and clock.taskId is not distinct from :taskId', { requestId, taskId })
      .andWhere(`clock.kind = :kind and clock.status <> 'stopped'`, { kind })
      .setLock('pessimistic_write')
      .getMany();
    const turn = action === 'pause' ? pause : resume;
    const words =
      action === 'pause'
        ? { zh: '等待企业，时限暂停', en: 'Waiting for the firm: the clock stands still' }
        : { zh: '时限继续计算', en: 'The clock goes on' };
    const turned = rows.map((row) => turn(row, at, this.calendar));
    await this.save(tx, turned);
    const step = { requestId, taskId, at, by: theSystem, kind: `clock-${action}d`, words };
    await this.lifeLines.add(
      tx,
      rows.map(({ id }) => ({ ...step, data: { clockId: id, clock: kind } })),
    );
    return turned;
  }

  /** What the commands come to: a clock that starts and stops at the same instant never was. */
  private async reduce(tx: EntityManager, commands: readonly ClockCommand[]): Promise<Reduced> {
    const limits = await this.limits.current(tx);
    const startOf = this.starter();
    const started = new Map<string, LimitClock>();
    const ended: LimitClock[] = [];
    const reduced = { stopped: [] as ClockCommand[], turned: [] as ClockCommand[] };
    for (const command of commands) {
      const key = `${command.requestId} ${command.taskId ?? ''} ${command.kind}`;
      const pending = started.get(key);
      if (command.action === 'start') {
        if (!pending) started.set(key, startOf(command, limits.of(command.kind, command.itemCode)));
      } else if (command.action === 'stop') {
        started.delete(key);
        if (!pending) reduced.stopped.push(command);
        else if (pending.startedAt < command.at) ended.push(stop(pending, command.at));
      } else reduced.turned.push(command);
    }
    return { ...reduced, started: [...ended, ...started.values()] };
  }

  /** Clocks of one chunk start at the same instant, for a handful of limits: each is reckoned once. */
  private starter(): (command: ClockCommand, days: number) => LimitClock {
    const known = new Map<string, LimitClock>();
    return ({ kind, requestId, taskId, at, dueAt }, days) => {
      const key = [at.getTime(), days, dueAt?.getTime()].join();
      const start = { id: '', kind, requestId, taskId, at, days };
      const clock = known.get(key) ?? startClock(dueAt ? { ...start, dueAt } : start, this.calendar);
      known.set(key, clock);
      return { ...clock, id: newId(), kind, requestId, taskId };
    };
  }
}

interface Reduced {
  readonly started: LimitClock[];
  readonly stopped: ClockCommand[];
  readonly turned: ClockCommand[];
}

const moving = new Set<keyof LimitClock & string>([
  ...(['status', 'allowedMinutes', 'usedMinutes', 'runningSince', 'dueAt', 'fixed', 'provisional'] as const),
  ...(['remindedPercent', 'level', 'nextAt', 'stoppedAt', 'extensions'] as const),
]);
