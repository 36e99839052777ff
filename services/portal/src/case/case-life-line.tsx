import { useTranslation } from 'react-i18next';
import { LifeLine } from '../ui/life-line';
import { Answer } from '../ui/states';
import type { Words } from '../i18n/use-words';
import { useCaseLifeLine } from './use-case';

interface By {
  readonly sub: string;
  readonly name: string;
}

export function CaseLifeLine({ id }: { id: string }) {
  const { t } = useTranslation();
  const nameOf = ({ sub, name }: By) => (sub === 'system' ? t('platform') : name);
  return (
    <Answer query={useCaseLifeLine(id)}>
      {({ items }) => (
        <LifeLine
          entries={items.map((entry) => ({
            id: entry.id,
            at: entry.at,
            by: nameOf(entry.by as unknown as By),
            words: entry.words as unknown as Words,
          }))}
        />
      )}
    </Answer>
  );
}
