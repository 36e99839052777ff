import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { defaultPolicy } from '../routing/policy';
import type { RoutingPolicy } from '../routing/policy';
import { RoutingPolicyRow } from './routing-policy.row';

/** The weights and limits of routing; every change is a new version. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get(): Promise<RoutingPolicy> {
    return this.current(this.dataSource.manager);
  }

  /** Throws `row/stale` when the policy in use is not the version that the change is based on. */
  put(value: Omit<RoutingPolicy, 'version'>, reason: string, basedOn: number, actor: Actor): Promise<RoutingPolicy> {
    return this.transactions.run(async (tx) => {
      await tx.query('lock table routing_policy in share row exclusive mode');
      const before = await this.current(tx);
      assertVersion(before, basedOn);
      const policy: RoutingPolicy = { ...value, version: before.version + 1 };
      await tx.insert(RoutingPolicyRow, {
        version: policy.version,
        value: policy,
        reason,
        changedBy: byOf(actor),
        changedAt: this.clock.now(),
      });
      return policy;
    });
  }

  /** Every version stays as it was, so the one that a decision names is found for ever. */
  async versions(wanted: readonly number[]): Promise<(version: number) => RoutingPolicy> {
    const rows = await this.dataSource.manager.findBy(RoutingPolicyRow, { version: In([...new Set(wanted)]) });
    const known = new Map(rows.map(({ version, value }) => [version, { ...value, version }]));
    return (version) => known.get(version) ?? defaultPolicy;
  }

  private async current(tx: EntityManager): Promise<RoutingPolicy> {
    const row = await tx.findOne(RoutingPolicyRow, { where: {}, order: { version: 'desc' } });
    return row ? { ...row.value, version: row.version } : defaultPolicy;
  }
}
