import { Injectable } from '@nestjs/common';
import type { Demand } from '@qi/contracts';
import { toBusinessDate } from '@qi/kernel';
import { byOf, invalidRequest, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { demandOf } from '../request-line/line-reader.service';
import type { Act } from '../service-request/service-request';
import type { Amendment } from '../task/decisions';
import type { Task } from '../task/task';
import { taskProblem } from '../task/task.problems';
import { Tasks } from '../task/task.service';
import { CaseDesk, type Asker, type CaseWork } from './case-desk.service';
import { amendTask, cancelTask, confirmTask, redispatchTask, reworkTask, taskOf } from './fulfilment';
import type { AmendDto } from './fulfilment.dto';

/** What the firm and the window do with one task. */
@Injectable()
export class TaskCommands {
  constructor(
    private readonly desk: CaseDesk,
    private readonly tasks: Tasks,
  ) {}

  confirm(id: string, actor: Actor): Promise<Task> {
    return this.command(id, { actor, side: 'firm' }, (file, act) => confirmTask(file, id, act));
  }

  rework(id: string, reason: string, actor: Actor): Promise<Task> {
    return this.command(id, { actor, side: 'firm' }, (file, act) => reworkTask(file, id, reason, act));
  }

  cancel(id: string, reason: string, actor: Actor): Promise<Task> {
    return this.command(id, { actor, side: 'either' }, (file, act) => cancelTask(file, id, reason, act));
  }

  amend(id: string, sent: AmendDto, actor: Actor): Promise<Task> {
    return this.command(id, { actor, side: 'firm' }, (file, act) => {
      const { demand: before, needBy } = taskOf(file, id);
      const demand = { plannedDate: before.plannedDate, ...demandOf(sent.demand) };
      const amendment = { demand, needBy: sent.needBy ?? needBy, reason: sent.reason };
      assertNotPast(amendment, toBusinessDate(act.at));
      amendTask(file, id, amendment, act);
    });
  }

  /** The firm agrees to a change of the demand that the platform works out; `also` is done in the same transaction. */
  async amendDemand(id: string, { actor, reason, change, also }: DemandChange): Promise<void> {
    await this.command(id, { actor, side: 'firm' }, async (file, act, tx) => {
      const { demand, needBy } = taskOf(file, id);
      amendTask(file, id, { demand: change(demand), needBy, reason }, act);
      await also(tx, act);
    });
  }

  /** To whoever passes the gates now, or to the provider that the clerk names. */
  redispatch(id: string, named: { providerId: string; reason: string } | null, actor: Actor): Promise<Task> {
    const dispatchedTo = named && { ...named, by: byOf(actor) };
    return this.command(id, { actor, side: 'window' }, (file, act) => redispatchTask(file, id, dispatchedTo, act));
  }

  private async command(id: string, asker: Asker, work: CaseWork): Promise<Task> {
    const requestId = await this.tasks.findRequestId(id);
    if (!requestId) throw taskProblem.unknown();
    return taskOf(await this.desk.command(requestId, asker, work), id);
  }
}

export interface DemandChange {
  readonly actor: Actor;
  readonly reason: string;
  readonly change: (demand: Demand) => Demand;
  readonly also: (tx: EntityManager, act: Act) => Promise<void>;
}

function assertNotPast({ demand, needBy }: Amendment, today: string): void {
  const dates = { '/demand/plannedDate': demand.plannedDate, '/needBy': needBy };
  const past = Object.entries(dates).filter(([, date]) => date !== null && date < today);
  const words = { zh: '日期已过', en: 'the date is in the past' };
  if (past.length > 0) throw invalidRequest(past.map(([pointer]) => ({ pointer, words })));
}
