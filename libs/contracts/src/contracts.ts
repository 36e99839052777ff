import type { EventContract } from './event';
import { jobEvents } from './events/job';
import { registryEvents } from './events/registry';
import { serviceRequestEvents } from './events/service-request';
import { taskEvents } from './events/task';

/** Every event that crosses between services. */
export const contracts = [
  ...serviceRequestEvents,
  ...taskEvents,
  ...jobEvents,
  ...registryEvents,
] as unknown as readonly EventContract[];

const byType = new Map(contracts.map((contract) => [contract.type, contract]));

export function findContract(type: string): EventContract | undefined {
  return byType.get(type);
}
