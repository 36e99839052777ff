import type { TaskStatus } from '@qi/contracts';
import type { WorkCalendar, Words } from '@qi/kernel';

/** Who owes the next step of a task, and after how many working days without one it counts as stuck. */
export interface NextStep {
  readonly owner: 'window' | 'provider' | 'enterprise';
  readonly words: Words;
  readonly afterWorkingDays: number;
}

export const nextSteps = {
  opened: { owner: 'provider', words: { zh: '等待派单', en: 'waiting to be routed' }, afterWorkingDays: 1 },
  unroutable: {
    owner: 'window',
    words: { zh: '无机构可派，待窗口处理', en: 'nobody can take it; the window must act' },
    afterWorkingDays: 0,
  },
  offered: {
    owner: 'provider',
    words: { zh: '等待机构答复', en: 'waiting for the provider to answer' },
    afterWorkingDays: 2,
  },
  accepted: { owner: 'provider', words: { zh: '已接单，尚未开始', en: 'accepted, not begun' }, afterWorkingDays: 5 },
  'in-progress': { owner: 'provider', words: { zh: '办理中，无新进展', en: 'in work, no news' }, afterWorkingDays: 10 },
  delivered: {
    owner: 'enterprise',
    words: { zh: '等待企业确认', en: 'waiting for the firm to confirm' },
    afterWorkingDays: 5,
  },
} as const satisfies Partial<Record<TaskStatus, NextStep>>;

export type WaitingStatus = keyof typeof nextSteps;

export function isStuck(status: WaitingStatus, since: Date, now: Date, calendar: WorkCalendar): boolean {
  return calendar.addWorkingDays(since, nextSteps[status].afterWorkingDays).at <= now;
}
