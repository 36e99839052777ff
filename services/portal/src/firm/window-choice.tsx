import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words';
import { SelectField } from '../ui/select-field';
import type { ContentEditor } from './draft/use-draft';
import { useWindows } from './use-windows';

/** Which window takes the request: the firm's own unless it says otherwise; with one window there is nothing to choose. */
export function WindowChoice({ draft: { content, change, request } }: { draft: ContentEditor }) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const windows = useWindows(request.enterprise.id);
  if (!windows || windows.length < 2) return null;
  return (
    <SelectField
      label={t('edit.window')}
      value={content.platformId}
      options={windows.map(({ id, name }) => ({ key: id, title: say(name) }))}
      onChange={(platformId) => change({ ...content, platformId })}
    />
  );
}
