import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsFieldNoteDto } from '../api/generated';
import { linesOf, type Case } from '../case/case';
import { useWords } from '../i18n/use-words';
import { SelectField } from '../ui/select-field';

const wholeFields = ['title', 'problem', 'needBy'] as const;
const lineFields = ['object', 'tests', 'measurements', 'text'] as const;

const hasContent = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The places of a request that a note may point at, with their names. */
function usePlaces(request: Case): { key: string; title: string }[] {
  const { t } = useTranslation('window');
  const say = useWords();
  const whole = wholeFields
    .filter((name) => name !== 'problem' || request.problem)
    .map((name) => ({ key: `/${name}`, title: t(`fieldNotes.fields.${name}`) }));
  const ofLines = linesOf(request).flatMap(({ itemName, demand }, index) =>
    lineFields
      .filter((name) => hasContent(demand[name]))
      .map((name) => ({
        key: `/lines/${index}/demand/${name}`,
        title: `${say(itemName)}：${t(`fieldNotes.fields.${name}`)}`,
      })),
  );
  return [...whole, ...ofLines];
}

interface FieldNotesProps {
  readonly request: Case;
  readonly notes: readonly ServiceRequestsFieldNoteDto[];
  readonly onChange: (notes: ServiceRequestsFieldNoteDto[]) => void;
}

/** What is wrong where: the firm finds each note at its field. */
export function FieldNotes({ request, notes, onChange }: FieldNotesProps) {
  const { t } = useTranslation('window');
  const places = usePlaces(request);
  const [pointer, setPointer] = useState(places[0]?.key ?? '');
  const [note, setNote] = useState('');
  const nameOf = (key: string) => places.find((place) => place.key === key)?.title ?? key;
  return (
    <fieldset className="stack">
      <legend>{t('fieldNotes.title')}</legend>
      {notes.length > 0 && (
        <ul className="bare stack">
          {notes.map((each, index) => (
            <li key={index} className="row spread">
              <span>
                <strong>{nameOf(each.pointer)}</strong> {each.note}
              </span>
              <Button size="small" onClick={() => onChange(notes.filter((_, at) => at !== index))}>
                {t('fieldNotes.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row pair">
        <SelectField label={t('fieldNotes.where')} value={pointer} options={places} onChange={setPointer} />
        <div className="field">
          <Input
            aria-label={t('fieldNotes.what')}
            placeholder={t('fieldNotes.what')}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
        <Button
          disabled={!note.trim() || !pointer}
          onClick={() => {
            onChange([...notes, { pointer, note: note.trim() }]);
            setNote('');
          }}
        >
          {t('fieldNotes.add')}
        </Button>
      </div>
    </fieldset>
  );
}
