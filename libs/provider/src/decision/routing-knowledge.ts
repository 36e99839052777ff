import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { defaultPolicy } from '../routing/policy';
import type { RoutingPolicy } from '../routing/policy';
import { readNumber } from '../routing/gates/testing/method';
import type { StandardFact } from '../routing/standard-fact';
import { RoutingPolicyRow } from '../policy/routing-policy.row';

/** What came before and what follows, this many replacements away, belongs to the picture of a standard. */
const NEIGHBOURHOOD = `
  with recursive near (family, number, depth) as (
    select family, number, 0 from standard where family = any($1::text[])
    union
    select near.family, other.number, near.depth + 1
    from near
    join standard known on known.number = near.number
    join standard other on other.number = any(known.successors) or other.successors @> array[known.number]
    where near.depth < 4
  )
  select distinct on (near.family, standard.number) near.family as near, standard.number, standard.family, title,
    mandatory, in_force_from as "inForceFrom", ends_on as "endsOn", successors
  from near join standard using (number)`;

const EPOCH = `
  select (select epoch from standard_epoch) as epoch, (select max(version) from routing_policy) as policy`;

type FoundFact = { [K in keyof StandardFact]: StandardFact[K] | null } & { readonly near: string };

const MOST_FAMILIES = 20_000;

/**
 * Standards and policy as routing needs them, kept in memory. Any change of the copy of standards raises the epoch,
 * which is asked for once per chunk of tasks: nothing stale is used, in however many processes the service runs.
 */
@Injectable()
export class RoutingKnowledge {
  private epoch = '';
  private readonly families = new Map<string, readonly StandardFact[]>();
  private policy: RoutingPolicy = defaultPolicy;
  private readonly refreshed = new WeakMap<EntityManager, Promise<void>>();

  /** The policy in use, and the standards near each family of the references, sorted by number. */
  async read(
    tx: EntityManager,
    references: readonly string[],
  ): Promise<{ policy: RoutingPolicy; near: (references: readonly string[]) => StandardFact[] }> {
    await this.refreshOnce(tx);
    const wanted = familiesOf(references);
    await this.load(
      tx,
      wanted.filter((family) => !this.families.has(family)),
    );
    const found = new Map(wanted.map((family) => [family, this.families.get(family) ?? []]));
    return { policy: this.policy, near: (some) => factsNear(familiesOf(some), found) };
  }

  /** The finder of candidates and the decision both ask within one transaction. */
  private refreshOnce(tx: EntityManager): Promise<void> {
    const refreshed = this.refreshed.get(tx) ?? this.refresh(tx);
    this.refreshed.set(tx, refreshed);
    return refreshed;
  }

  private async refresh(tx: EntityManager): Promise<void> {
    const [now] = await tx.query<{ epoch: string | null; policy: number | null }[]>(EPOCH);
    if (String(now?.epoch) !== this.epoch || this.families.size > MOST_FAMILIES) {
      this.families.clear();
      this.epoch = String(now?.epoch);
    }
    const version = now?.policy ?? defaultPolicy.version;
    if (version === this.policy.version) return;
    const row = await tx.findOneBy(RoutingPolicyRow, { version });
    this.policy = row ? { ...row.value, version } : defaultPolicy;
  }

  private async load(tx: EntityManager, families: readonly string[]): Promise<void> {
    if (families.length === 0) return;
    const rows = await tx.query<FoundFact[]>(NEIGHBOURHOOD, [families]);
    const found = new Map<string, StandardFact[]>(families.map((family) => [family, []]));
    for (const { near, ...row } of rows) found.get(near)?.push(withoutNulls(row));
    for (const [family, facts] of found) this.families.set(family, facts);
  }
}

function familiesOf(references: readonly string[]): string[] {
  const families = references.map((reference) => readNumber(reference)?.family);
  return [...new Set(families.filter((family) => family !== undefined))];
}

function factsNear(families: readonly string[], found: ReadonlyMap<string, readonly StandardFact[]>): StandardFact[] {
  const facts = new Map(families.flatMap((family) => found.get(family) ?? []).map((fact) => [fact.number, fact]));
  return [...facts.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
}

function withoutNulls(row: Omit<FoundFact, 'near'>): StandardFact {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as StandardFact;
}
