import type { Demand } from '@qi/contracts';
import type { ServiceItem } from '../service-item/service-item';
import type { RequestLine } from '../request-line/request-line';
import type { ServiceRequest } from '../service-request/service-request';
import type { Plan } from '../task/critical-path';
import { noJob, type Task } from '../task/task';

/** The lines of an accepted request as tasks. `ids` gives each line key its task id; dates that were left open follow the plan. */
export function makeTasks(
  request: ServiceRequest,
  itemOfLine: (line: RequestLine) => ServiceItem,
  plan: Plan,
  options: { readonly ids: ReadonlyMap<string, string>; readonly at: Date },
): Task[] {
  const { ids, at } = options;
  const planned = new Map(plan.works.map((work) => [work.key, work.finish]));
  return request.lines.map((line, index): Task => {
    const item = itemOfLine(line);
    const { key, itemCode, itemVersion, itemName, element, days, urgency, secrecy, consents, excluded, preferred } =
      line;
    const demand: Demand = {
      ...line.demand,
      plannedDate: line.demand.plannedDate ?? planned.get(key) ?? plan.finish ?? '',
    };
    return {
      ...{ itemCode, itemVersion, itemName, element, days, urgency, secrecy, consents, excluded, preferred, demand },
      ...noJob,
      id: idOf(ids, key),
      number: `${request.number}-${index + 1}`,
      version: 1,
      requestId: request.id,
      requestNumber: request.number,
      lineKey: key,
      status: 'waiting',
      needBy: line.needBy ?? request.needBy,
      eligibleProviders: item.eligibleProviderIds,
      answerWithin: item.answerWithinDays,
      dependsOn: line.dependsOn.map((other) => idOf(ids, other)),
      enterpriseId: request.enterpriseId,
      enterprise: request.enterprise,
      platformId: request.platformId,
      areaCode: request.areaCode,
      round: 1,
      dispatchedTo: null,
      unroutable: null,
      deliverables: [],
      createdAt: at,
      updatedAt: at,
      openedAt: null,
      offeredAt: null,
      acceptedAt: null,
      deliveredAt: null,
      confirmedAt: null,
      ratedAt: null,
    };
  });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`line ${key} has no task id`);
  return id;
}
