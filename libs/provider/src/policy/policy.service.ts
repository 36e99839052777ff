import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ProviderSettings } from '../provider-options';
import { defaultPolicy } from '../routing/policy';
import type { RoutingPolicy } from '../routing/policy';
import { RoutingPolicyRow } from './routing-policy.row';

export type ProposedPolicy = Omit<RoutingPolicy, 'version'>;

const policyProblem = problems('routing-policy', {
  'unknown-factor': {
    kind: 'invalid',
    zh: '没有名为“{factor}”的因素；可用：{known}',
    en: 'there is no factor {factor}; known: {known}',
  },
});

/** The weights and limits of routing; every change is a new version. */
@Injectable()
export class PolicyService {
  @Inject(ProviderSettings) private readonly settings: ProviderSettings;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get(): Promise<RoutingPolicy> {
    return this.current(this.dataSource.manager);
  }

  /** As it would be the next version. Throws `routing-policy/unknown-factor`: a weight that nothing has weighs nothing. */
  async next(proposed: ProposedPolicy): Promise<RoutingPolicy> {
    this.assertKnown(proposed);
    return { ...proposed, version: (await this.get()).version + 1 };
  }

  /**
   * Throws `row/stale` when the policy in use is not the version that the change is based on, and what `next` throws.
   */
  async put(value: ProposedPolicy, reason: string, basedOn: number, actor: Actor): Promise<RoutingPolicy> {
    this.assertKnown(value);
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

  private assertKnown({ weights }: ProposedPolicy): void {
    const known = this.settings.rules.factors.map(({ name }) => name);
    const factor = Object.keys(weights).find((name) => !known.includes(name));
    if (factor !== undefined) throw policyProblem['unknown-factor']({ factor, known: known.join(', ') });
  }

  private async current(tx: EntityManager): Promise<RoutingPolicy> {
    const row = await tx.findOne(RoutingPolicyRow, { where: {}, order: { version: 'desc' } });
    return row ? { ...row.value, version: row.version } : defaultPolicy;
  }
}
