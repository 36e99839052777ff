import { Injectable } from '@nestjs/common';
import { addDays, fromBusinessDate } from '@qi/kernel';
import { Timers } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Capability } from './capability';

export const EXPIRE_CAPABILITY = 'expire-capability';

/** Sets the timers that end capabilities on the day after their last. */
@Injectable()
export class CapabilityEnd {
  constructor(private readonly timers: Timers) {}

  await(tx: EntityManager, capabilities: readonly Capability[]): Promise<void> {
    const active = capabilities.filter(({ status }) => status === 'active');
    const timers = active.map(({ id, validTo }) => ({
      key: `${EXPIRE_CAPABILITY}:${id}`,
      task: EXPIRE_CAPABILITY,
      payload: { id },
      at: fromBusinessDate(addDays(validTo, 1)),
    }));
    return this.timers.scheduleAll(tx, timers);
  }
}
