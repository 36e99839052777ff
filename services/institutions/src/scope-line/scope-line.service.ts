import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { assertVersion, byOf, hasRole, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { ScopeLineHistory } from './scope-line.history';
import { activate, amend, causeOf, propose, scopeLineProblem, suspend, withdraw } from './scope-line';
import type { Revision, ScopeLine, ScopeLineDetails } from './scope-line';
import { BatchFaults } from './batch-faults';

type Rule = (line: ScopeLine, revision: Revision, today: string) => ScopeLine;

interface Change {
  readonly id: string;
  readonly actor: Actor;
  readonly rule: Rule;
  readonly may: (line: ScopeLine) => Promise<boolean>;
}

@Injectable()
export class ScopeLineService {
  @Inject(Accreditations) private readonly accreditations: Accreditations;

  constructor(
    private readonly transactions: Transactions,
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
      return lines;
    });
  }

  /** Approves proposals of one institution, all or none. */
  activateMany(institutionId: string, ids: readonly string[], actor: Actor): Promise<ScopeLine[]> {
    return this.transactions.run(async (tx) => {
      const lines: ScopeLine[] = [];
      for (const id of [...ids].sort()) lines.push(await this.review(tx, id, actor, of(institutionId, activateToday)));
      return lines;
    });
  }

  activate(id: string, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) => this.review(tx, id, actor, activateToday));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<ScopeLine> {
    return this.transactions.run((tx) => this.review(tx, id, actor, (line, at) => suspend(line, reason, at)));
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

  /** A change that the administrators of the area make. */
  private review(tx: EntityManager, id: string, actor: Actor, rule: Rule): Promise<ScopeLine> {
    return this.next(tx, {
      id,
      actor,
      rule,
      may: (line) => this.institutions.mayReview(line.institutionId, actor, tx),
    });
  }

  /** A change that the holder may make too. */
  private edit(tx: EntityManager, id: string, actor: Actor, rule: Rule): Promise<ScopeLine> {
    return this.next(tx, { id, actor, rule, may: (line) => this.institutions.mayEdit(line.institutionId, actor, tx) });
  }

  private async next(tx: EntityManager, { id, actor, rule, may }: Change): Promise<ScopeLine> {
    const line = await this.history.lockCurrent(tx, id);
    if (!line || !(await may(line))) throw scopeLineProblem['not-found']({ id });
    const revision = this.revisionBy(actor);
    const next = rule(line, revision, toBusinessDate(revision.at));
    await this.history.revise(tx, [next]);
    if (next.status !== line.status) {
      await this.accreditations.moved(tx, next.status, { providerId: line.institutionId, cause: causeOf(next) });
    }
    return next;
  }

  private revisionBy(actor: Actor): Revision {
    return { by: byOf(actor), at: this.clock.now() };
  }
}

/** A line of another institution is not found among those of this one. */
function of(institutionId: string, rule: Rule): Rule {
  return (line, revision, today) => {
    if (line.institutionId !== institutionId) throw scopeLineProblem['not-found']({ id: line.id });
    return rule(line, revision, today);
  };
}

const activateToday: Rule = (line, revision, today) => activate(line, today, revision);
