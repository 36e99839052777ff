import type { NodeAddress } from './kafka-settings';
import type { ServerProcess } from './server-process';

/** One broker as it is about to run. */
export interface BrokerPlan {
  clusterId: string;
  address: NodeAddress;
  /** Own folder of this broker. */
  folder: string;
  settings: Record<string, string>;
  heapMb: number;
}

/** What runs brokers here: a JVM with the jars, or containers. */
export interface BrokerKind {
  name: 'jars' | 'container';
  /** Makes everything ready for `launch`, which may then be called again after each end of the broker. */
  prepare(plan: BrokerPlan): Promise<void>;
  launch(plan: BrokerPlan): Promise<ServerProcess>;
  /** Ends what a parent that died left running, and nothing else. */
  endOrphan(plan: Pick<BrokerPlan, 'folder'>): Promise<void>;
  /** Deletes what lies outside the broker's folder. */
  remove(plan: Pick<BrokerPlan, 'folder'>): Promise<void>;
}
