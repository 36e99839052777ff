import { LifeLine } from '../ui/life-line';
import { Answer } from '../ui/states';
import type { Words } from '../i18n/use-words';
import { useCaseLifeLine } from './use-case';

export function CaseLifeLine({ id }: { id: string }) {
  return (
    <Answer query={useCaseLifeLine(id)}>
      {({ items }) => (
        <LifeLine
          entries={items.map((entry) => ({
            id: entry.id,
            at: entry.at,
            by: (entry.by as unknown as { name: string }).name,
            words: entry.words as unknown as Words,
          }))}
        />
      )}
    </Answer>
  );
}
