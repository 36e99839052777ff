import { useTranslation } from 'react-i18next';
import { useProblemText } from '../ui/states';
import type { DraftEditor } from './draft/use-draft';

/** Where the draft is safe at the moment, said quietly and read out politely. */
export function SaveNote({ draft }: { draft: DraftEditor }) {
  const { t } = useTranslation('firm');
  const textOf = useProblemText();
  return (
    <p className={`save-note ${draft.state}`} role="status">
      {t(`save.${draft.state}`)}
      {draft.state === 'refused' && <span className="quiet"> {textOf(draft.problem)}</span>}
    </p>
  );
}
