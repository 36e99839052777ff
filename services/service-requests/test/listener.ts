import {
  ServiceRequestAcceptedV1,
  ServiceRequestClosedV1,
  ServiceRequestCompletedV1,
  ServiceRequestStartedV1,
  ServiceRequestSubmittedV1,
  TaskConfirmedV1,
  TaskCreatedV1,
  TaskOpenedV1,
} from '@qi/contracts';
import { Handles, type ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';

const contracts = [
  ServiceRequestSubmittedV1,
  ServiceRequestAcceptedV1,
  ServiceRequestStartedV1,
  ServiceRequestCompletedV1,
  ServiceRequestClosedV1,
  TaskCreatedV1,
  TaskOpenedV1,
  TaskConfirmedV1,
] as const;
type Heard = ReceivedEvent<(typeof contracts)[number]>;

/** Another service's ears: what the window tells about a request, in the order it arrives. */
export class Listener {
  private readonly heard: Heard[] = [];

  @Handles(...contracts)
  hear(event: Heard, _tx: EntityManager): Promise<void> {
    this.heard.push(event);
    return Promise.resolve();
  }

  typesOf(requestId: string): string[] {
    return this.heard.filter(({ data }) => data.requestId === requestId).map(({ type }) => type);
  }

  hasOpened(taskId: string): boolean {
    return this.heard.some(({ type, data }) => type === 'task.opened.v1' && 'taskId' in data && data.taskId === taskId);
  }
}
