import { Logger } from '@nestjs/common';
import { PartitionAssigners } from 'kafkajs';
import type { Cluster, PartitionAssigner } from 'kafkajs';

interface GroupMembers {
  readonly groups: readonly { readonly members: readonly { memberId: string; clientId: string }[] }[];
}

/** The part of kafkajs' internal broker that its type declarations leave out. */
interface Coordinator {
  describeGroups(request: { groupIds: string[] }): Promise<GroupMembers>;
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>;
}

interface ClusterInternals {
  connect(): Promise<void>;
  findGroupCoordinator(request: { groupId: string }): Promise<Coordinator>;
}

/**
 * Removes members that an earlier life of this very instance left in the group: after kill -9 the group would wait a
 * whole session for them, and after the loss of its coordinator kafkajs waits for its own former self. A custom entry
 * in the public `partitionAssigners` is handed the cluster; the client id is unique among living replicas.
 */
export class Ghost {
  private readonly logger = new Logger('Consumer');
  private cluster: ClusterInternals | undefined;

  constructor(
    private readonly groupId: string,
    private readonly clientId: string,
  ) {}

  /** Round robin, as without it; only the cluster is taken note of. */
  readonly assigner: PartitionAssigner = (config: { cluster: Cluster; groupId: string }) => {
    this.cluster = config.cluster as unknown as ClusterInternals;
    return PartitionAssigners.roundRobin(config as Parameters<PartitionAssigner>[0]);
  };

  /** Never throws: at worst the group waits for the session to end. */
  async evict(): Promise<void> {
    const { cluster, groupId, clientId } = this;
    if (!cluster) return;
    try {
      await cluster.connect();
      const coordinator = await cluster.findGroupCoordinator({ groupId });
      const { groups } = await coordinator.describeGroups({ groupIds: [groupId] });
      const ghosts = groups.flatMap(({ members }) => members).filter((member) => member.clientId === clientId);
      for (const { memberId } of ghosts) await coordinator.leaveGroup({ groupId, memberId });
      if (ghosts.length > 0)
        this.logger.log(`removed ${ghosts.length} former member(s) of ${clientId} from ${groupId}`);
    } catch (error) {
      this.logger.warn(`could not look for former members: ${(error as Error).message}`);
    }
  }
}
