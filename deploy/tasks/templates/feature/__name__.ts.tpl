import { assertTransition, problems, type Transitions } from '@qi/kernel';

export const __camel__Statuses = ['open', 'closed'] as const;
export type __Pascal__Status = (typeof __camel__Statuses)[number];

export const __camel__Transitions = {
  open: ['closed'],
  closed: [],
} as const satisfies Transitions<__Pascal__Status>;

export interface __Pascal__ {
  readonly id: string;
  readonly name: string;
  readonly status: __Pascal__Status;
  readonly closedAt: Date | null;
}

export const __camel__Problem = problems('__name__', {
  unknown: { kind: 'not-found', zh: '不存在', en: 'there is no such __words__' },
});

export function open(id: string, name: string): __Pascal__ {
  return { id, name, status: 'open', closedAt: null };
}

export function close(__camel__: __Pascal__, now: Date): Partial<__Pascal__> {
  assertTransition('__name__', __camel__Transitions, __camel__.status, 'closed');
  return { status: 'closed', closedAt: now };
}
