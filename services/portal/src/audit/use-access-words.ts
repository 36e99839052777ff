import { useTranslation } from 'react-i18next';
import type { AccessEntry } from './access-log-api';

/** What was looked at, and why it could be, in the reader's words. */
export function useAccessWords() {
  const { t } = useTranslation('audit');
  return {
    what: ({ subject: { kind, number }, operation }: AccessEntry): string => {
      const key = /_(content|download)$/.test(operation) ? 'downloaded' : 'seen';
      const words = t(`kinds.${kind}` as 'kinds.job');
      return t(key, { what: number ? `${words} ${number}` : words });
    },
    why: ({ reason: { role, scope, area, purpose } }: AccessEntry): string => {
      const words = t(`why.${scope}`, { role: t(`roles.${role}`), area: area ?? '' });
      return purpose ? t('why.purpose', { words, purpose }) : words;
    },
  };
}
