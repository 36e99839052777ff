import { SetMetadata } from '@nestjs/common';

export const TIMER_TASK = 'qi:timer-task';

/**
 * The method that a timer of this task calls with its payload. At least once, so it opens its own transaction and looks
 * at the state again. When it throws, it is tried again with growing pauses.
 */
export function OnTimer(task: string): MethodDecorator {
  return SetMetadata(TIMER_TASK, task);
}
