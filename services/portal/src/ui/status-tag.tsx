import { useTranslation } from 'react-i18next';
import { common } from '../i18n/common';

export type Tone = 'yours' | 'waiting' | 'moving' | 'done' | 'lost';
export type StatusWord = keyof (typeof common)['zh']['status'];

const toneOf: Readonly<Record<StatusWord, Tone>> = {
  draft: 'yours',
  submitted: 'waiting',
  returned: 'yours',
  refused: 'lost',
  accepted: 'moving',
  'in-service': 'moving',
  completed: 'yours',
  closed: 'done',
  withdrawn: 'lost',
  waiting: 'waiting',
  opened: 'waiting',
  unroutable: 'lost',
  offered: 'waiting',
  'in-progress': 'moving',
  delivered: 'yours',
  'to-answer': 'yours',
  taken: 'moving',
  'handed-over': 'done',
  confirmed: 'done',
  cancelled: 'lost',
  declined: 'lost',
  expired: 'lost',
  reworked: 'moving',
  terminated: 'lost',
  verified: 'done',
  registered: 'waiting',
  suspended: 'lost',
  active: 'done',
  published: 'done',
  retired: 'lost',
};

const shapes: Readonly<Record<Tone, string>> = {
  yours: 'M8 2 14.5 13.5h-13z',
  waiting: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm0 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  moving: 'M8 2.5a5.5 5.5 0 1 0 0 11zm0 0a5.5 5.5 0 0 1 0 11v-2a3.5 3.5 0 0 0 0-7z',
  done: 'M6.4 12.6 2 8.2l1.6-1.6 2.8 2.8 6-6L14 5z',
  lost: 'M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z',
};

export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={`shape tone-${tone}`} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d={shapes[tone]} fill="currentColor" />
    </svg>
  );
}

/** A state by word, shape and colour: whoever misses one of them still has the others. */
export function StatusTag({ status }: { status: StatusWord }) {
  const { t } = useTranslation();
  return (
    <span className={`status tone-${toneOf[status]}`}>
      <Shape tone={toneOf[status]} />
      {t(`status.${status}`)}
    </span>
  );
}
