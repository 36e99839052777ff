import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, byOf, hasRole, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { ScopeLineHistory } from './scope-line.history';
import { activate, amend, expire, isOver, propose, scopeLineProblem, suspend, withdraw } from './scope-line';
import type { Revision, ScopeLine, ScopeLineDetails } from './scope-line';
import { BatchFaults } from './batch-faults';

const EXPIRE = 'expire-scope-lines';
const REGISTRY = { sub: 'institutions', name: '能力台账' };

type Rule = (line: ScopeLine, revision: Revision, today: string) => ScopeLine;

@Injectable()
export class ScopeLineService {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly institutions: InstitutionService,
    private readonly history: ScopeLineHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters lines of one institution, all or none; a fault names the row. An administrator may activate them in the same
   * step (`active`), as when a whole annex is taken over.
   */
  enter(institutionId: string, details: readonly ScopeLineDetails[], active: boolean, actor: Actor) {
    const revision = this.revisionBy(actor);
    return this.transactions.run(async (tx) => {
      const { sites } = await this.institutions.getEditable(institutionId, actor, tx);
      if (active && !hasRole(actor, 'administrator')) throw scopeLineProblem['not-reviewer']();
      const known = new Set(sites.filter((site) => site.open).map((site) => site.id));
      const faults = new BatchFaults();
      const lines = details.flatMap((row, at) =>
        faults.collect(at, () => this.first(row, { institutionId, known, active }, revision)),
      );
      faults.throwIfAny();
      faults.throwIfAnyTaken(lines, await this.history.insert(tx, lines));
      if (active) await this.awaitEnd(tx, lines);
      return lines;
    });
  }

  /** Approves proposals of one institution, all or none. */
  activateMany(institutionId: string, ids: readonly string[], actor: Actor): Promise<ScopeLine[]> {
    return this.transactions.run(async (tx) => {
      const lines: ScopeLine[] = [];
      for (const id of [...ids].sort()) lines.push(await this.change(tx, id, actor, activateToday, institutionId));
      return lines;
    });
  }

  activate(id: string, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) => this.change(tx, id, actor, activateToday));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) => this.change(tx, id, actor, (line, at) => suspend(line, reason, at)));
  }

  /** The holder gives a line up, or an administrator strikes it off. */
  withdraw(id: string, reason: string, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) => this.edit(tx, id, actor, (line, at) => withdraw(line, reason, at)));
  }

  amend(id: string, version: number, changes: Partial<ScopeLineDetails>, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) =>
      this.edit(tx, id, actor, (line, revision) => {
        assertVersion(line, version);
        return amend(line, changes, hasRole(actor, 'administrator'), revision);
      }),
    );
  }

  /** Lines whose last day has passed. Many share one certificate and so one timer. */
  @OnTimer(EXPIRE)
  async expireEnded({ institutionId }: { institutionId: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const today = toBusinessDate(at);
      const ended = (await this.history.lockEndedBefore(tx, institutionId, today)).filter((line) =>
        isOver(line, today),
      );
      await this.history.revise(
        tx,
        ended.map((line) => expire(line, { by: REGISTRY, at })),
      );
    });
  }

  private first(
    row: ScopeLineDetails,
    home: { institutionId: string; known: ReadonlySet<string>; active: boolean },
    revision: Revision,
  ): ScopeLine {
    if (!home.known.has(row.siteId)) throw scopeLineProblem['unknown-site']({ siteId: row.siteId });
    const proposed = propose(row, { id: newId(), institutionId: home.institutionId }, revision);
    if (!home.active) return proposed;
    return { ...activate(proposed, toBusinessDate(revision.at), revision), version: proposed.version };
  }

  private change(tx: EntityManager, id: string, actor: Actor, rule: Rule, institutionId?: string): Promise<ScopeLine> {
    return this.next(tx, id, rule, actor, async (line) => {
      if (institutionId !== undefined && line.institutionId !== institutionId) return false;
      return this.institutions.mayReview(line.institutionId, actor, tx);
    });
  }

  private edit(tx: EntityManager, id: string, actor: Actor, rule: Rule): Promise<ScopeLine> {
    return this.next(tx, id, rule, actor, (line) => this.institutions.mayEdit(line.institutionId, actor, tx));
  }

  private async next(
    tx: EntityManager,
    id: string,
    rule: Rule,
    actor: Actor,
    may: (line: ScopeLine) => Promise<boolean>,
  ): Promise<ScopeLine> {
    const line = await this.history.lockCurrent(tx, id);
    if (!line || !(await may(line))) throw scopeLineProblem['not-found']({ id });
    const revision = this.revisionBy(actor);
    const next = rule(line, revision, toBusinessDate(revision.at));
    await this.history.revise(tx, [next]);
    if (next.status === 'active') await this.awaitEnd(tx, [next]);
    return next;
  }

  private async awaitEnd(tx: EntityManager, lines: readonly ScopeLine[]): Promise<void> {
    const ends = new Map(
      lines.map(({ institutionId, validTo }) => [`${institutionId}:${validTo}`, { institutionId, validTo }]),
    );
    const timers = [...ends].map(([key, { institutionId, validTo }]) => ({
      key: `${EXPIRE}:${key}`,
      task: EXPIRE,
      payload: { institutionId },
      at: fromBusinessDate(addDays(validTo, 1)),
    }));
    await this.timers.scheduleAll(tx, timers);
  }

  private revisionBy(actor: Actor): Revision {
    return { by: byOf(actor), at: this.clock.now() };
  }
}

const activateToday: Rule = (line, revision, today) => activate(line, today, revision);
