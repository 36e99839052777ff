import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, problems } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import { PolicyService } from '../policy/policy.service';
import type { ProposedPolicy } from '../policy/policy.service';
import { ProviderSettings } from '../provider-options';
import type { RoutingPolicy } from '../routing/policy';
import { areasOf, PastDecisions } from './past-decisions';
import { nothingYet, rerun } from './rerun';
import type { PastDecision, Rerun } from './rerun';
import { SimulationRow } from './simulation.row';

const SIMULATE = 'routing-simulate';
const PAGE = 500;

const simulationProblem = problems('simulation', {
  'not-found': { kind: 'not-found', zh: '没有这次模拟', en: 'there is no such simulation' },
  'ends-before-start': {
    kind: 'invalid',
    zh: '止日 {to} 早于起日 {from}',
    en: 'the period ends on {to}, before it starts on {from}',
  },
});

/** Runs past decisions under a policy that is not in use. */
@Injectable()
export class SimulationService {
  @Inject(ProviderSettings) private readonly settings: ProviderSettings;
  @Inject(Timers) private readonly timers: Timers;
  @Inject(CLOCK) private readonly clock: Clock;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly past: PastDecisions,
    private readonly policies: PolicyService,
  ) {}

  /** What the policy would change about the latest decisions in the actor's areas; writes nothing. */
  async preview(proposed: ProposedPolicy, decisions: number, actor: Actor): Promise<Rerun> {
    const policy = await this.policies.next(proposed);
    return this.add(nothingYet, await this.past.latest(areasOf(actor), decisions), policy);
  }

  /** Sets a run going over a whole period; a timer works it off page by page. */
  async start(proposed: ProposedPolicy, { from, to }: { from: string; to: string }, actor: Actor) {
    if (to < from) throw simulationProblem['ends-before-start']({ from, to });
    const areas = areasOf(actor);
    const policy = await this.policies.next(proposed);
    const total = await this.past.count({ from, to, areas });
    const simulation: SimulationRow = {
      ...{ id: newId(), policy, fromDate: from, toDate: to, areas, status: 'queued', total },
      ...{
        afterId: null,
        state: nothingYet,
        requestedBy: byOf(actor),
        requestedAt: this.clock.now(),
        finishedAt: null,
      },
    };
    await this.transactions.run(async (tx) => {
      await tx.insert(SimulationRow, simulation);
      const { id } = simulation;
      await this.timers.schedule(tx, {
        key: `${SIMULATE}:${id}`,
        task: SIMULATE,
        payload: { id },
        at: this.clock.now(),
      });
    });
    return simulation;
  }

  /** Whoever may look at all areas of the run may see it. */
  async get(id: string, actor: Actor): Promise<SimulationRow> {
    const row = await this.dataSource.getRepository(SimulationRow).findOneBy({ id });
    const own = areasOf(actor);
    if (!row?.areas.every((area) => own.some((prefix) => area.startsWith(prefix)))) {
      throw simulationProblem['not-found']();
    }
    return row;
  }

  /** Each page is written with the place reached: after a crash the run goes on from there. */
  @OnTimer(SIMULATE)
  async run({ id }: { id: string }): Promise<void> {
    let row = await this.dataSource.getRepository(SimulationRow).findOneByOrFail({ id });
    while (row.status !== 'done') {
      const { fromDate: from, toDate: to, areas, policy } = row;
      const page = await this.past.page({ from, to, areas }, row.afterId, PAGE);
      const finished = page.length < PAGE;
      row = {
        ...row,
        status: finished ? 'done' : 'running',
        state: this.add(row.state, page, policy),
        afterId: page.at(-1)?.id ?? row.afterId,
        finishedAt: finished ? this.clock.now() : null,
      };
      const { status, state, afterId, finishedAt } = row;
      await this.transactions.run((tx) => tx.update(SimulationRow, { id }, { status, state, afterId, finishedAt }));
    }
  }

  private add(so: Rerun, page: readonly PastDecision[], policy: RoutingPolicy): Rerun {
    return page.reduce((state, past) => rerun(state, past, policy, this.settings.rules), so);
  }
}
