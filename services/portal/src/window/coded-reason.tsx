import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import {
  serviceRequestsServiceRequestReasons,
  serviceRequestsWindowDecisionRefuse,
  serviceRequestsWindowDecisionReturn,
  type ServiceRequestsFieldNoteDto,
  type ServiceRequestsReasonsResponse,
} from '../api/generated';
import type { Case } from '../case/case';
import { useCaseCommand } from '../case/use-case';
import { useWords } from '../i18n/use-words';
import { Field } from '../ui/field';
import { Answer, Failure } from '../ui/states';
import { FieldNotes } from './field-notes';

type Kind = 'returned' | 'refused';

/** A coded reason, which the firm reads as a sentence with a hint, and a note in the clerk's own words. */
export function CodedReason({ request, kind }: { request: Case; kind: Kind }) {
  const { t } = useTranslation('window');
  const reasons = useQuery({
    queryKey: ['service-requests', 'reasons'],
    queryFn: () => answer(serviceRequestsServiceRequestReasons()),
    staleTime: Infinity,
  });
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [fields, setFields] = useState<ServiceRequestsFieldNoteDto[]>([]);
  const give = useCaseCommand(() => {
    const path = { id: request.id };
    const body = { reasonCode: code, ...(note ? { note } : {}) };
    return answer(
      kind === 'returned'
        ? serviceRequestsWindowDecisionReturn({ path, body: { ...body, fields } })
        : serviceRequestsWindowDecisionRefuse({ path, body }),
    );
  });
  return (
    <Answer query={reasons}>
      {({ [kind]: known }) => (
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            give.mutate();
          }}
        >
          <Reasons legend={t(`reason.${kind}`)} known={known} code={code} onChosen={setCode} />
          {kind === 'returned' && <FieldNotes request={request} notes={fields} onChange={setFields} />}
          <Field label={t('reason.note')} hint={t('reason.noteHint')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={500}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
          <div>
            <Button htmlType="submit" type="primary" disabled={!code} loading={give.isPending}>
              {t(`reason.give.${kind}`)}
            </Button>
          </div>
          {give.isError && <Failure error={give.error} />}
        </form>
      )}
    </Answer>
  );
}

interface ReasonsProps {
  readonly legend: string;
  readonly known: ServiceRequestsReasonsResponse[Kind];
  readonly code: string;
  readonly onChosen: (code: string) => void;
}

function Reasons({ legend, known, code, onChosen }: ReasonsProps) {
  const say = useWords();
  return (
    <fieldset className="stack">
      <legend>{legend}</legend>
      {Object.entries(known).map(([each, { words, hint }]) => (
        <label key={each} className="pick">
          <input
            type="radio"
            name="reason"
            required
            value={each}
            checked={code === each}
            onChange={() => onChosen(each)}
          />
          <span>
            {say(words)} <span className="quiet">{say(hint)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
