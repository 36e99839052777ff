import type { ServiceRequestStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { TaskStatus } from '@qi/contracts';

export type Turn = 'firm' | 'window' | 'provider' | 'nobody';

/** Where a request is and whose turn it is, in a sentence. */
export interface Situation {
  readonly turn: Turn;
  readonly words: Words;
}

const plain: Readonly<Record<Exclude<ServiceRequestStatus, 'accepted' | 'in-service'>, Situation>> = {
  draft: { turn: 'firm', words: { zh: '草稿，尚未提交', en: 'A draft, not yet submitted' } },
  submitted: { turn: 'window', words: { zh: '已提交，等待窗口受理', en: 'Submitted: the window looks at it' } },
  returned: {
    turn: 'firm',
    words: { zh: '已退回，请补正后再次提交', en: 'Returned: please mend it and submit again' },
  },
  refused: { turn: 'nobody', words: { zh: '不予受理', en: 'Refused' } },
  completed: { turn: 'firm', words: { zh: '全部交付，请确认并评价', en: 'All delivered: please confirm and rate' } },
  closed: { turn: 'nobody', words: { zh: '已办结', en: 'Closed' } },
  withdrawn: { turn: 'nobody', words: { zh: '已撤回', en: 'Withdrawn' } },
};

export function situationOf(
  status: ServiceRequestStatus,
  tasks: readonly { readonly status: TaskStatus }[],
): Situation {
  if (status !== 'accepted' && status !== 'in-service') return plain[status];
  const count = (...wanted: TaskStatus[]) => tasks.filter((task) => wanted.includes(task.status)).length;
  const stuck = count('unroutable');
  if (stuck > 0) {
    const words = {
      zh: `${stuck} 项任务暂无机构可派，窗口处理中`,
      en: `${stuck} task(s) that nobody can take: the window looks at it`,
    };
    return { turn: 'window', words };
  }
  const working = count('accepted', 'in-progress');
  const asked = count('opened', 'offered');
  const parts = [
    { n: count('delivered', 'confirmed'), zh: '项已交付', en: 'delivered' },
    { n: working, zh: '项进行中', en: 'in work' },
    { n: asked, zh: '项派单中', en: 'being placed' },
    { n: count('waiting'), zh: '项等待前置', en: 'waiting for others' },
  ].filter(({ n }) => n > 0);
  const words = {
    zh: parts.map(({ n, zh }) => `${n} ${zh}`).join('，'),
    en: parts.map(({ n, en }) => `${n} ${en}`).join(', '),
  };
  return { turn: count('delivered') > 0 && working + asked === 0 ? 'firm' : 'provider', words };
}
