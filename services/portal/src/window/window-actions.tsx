import { serviceRequestTransitions } from '@qi/contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsFulfilmentAccept } from '../api/generated';
import type { Case } from '../case/case';
import { useCaseCommand } from '../case/use-case';
import { Failure } from '../ui/states';
import { CodedReason } from './coded-reason';

/** Accept, return or refuse: the table of states decides which are offered. `asked` comes from the keyboard. */
export function WindowActions({ request, asked }: { request: Case; asked?: 'accept' | 'return' | undefined }) {
  const { t } = useTranslation('window');
  const next: readonly string[] = serviceRequestTransitions[request.status];
  const [giving, setGiving] = useState<'returned' | 'refused'>();
  const accept = useCaseCommand(() => answer(serviceRequestsFulfilmentAccept({ path: { id: request.id } })));
  const acceptButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A key only brings the hand to the button: what cannot be undone is still pressed by a person.
    if (asked === 'accept') acceptButton.current?.focus();
    if (asked === 'return') setGiving('returned');
  }, [asked]);
  if (request.status === 'draft')
    return (
      <Link className="button" to={`/window/requests/${request.id}/edit`}>
        {t('actions.continue')}
      </Link>
    );
  if (request.status !== 'submitted') return null;
  return (
    <div className="stack">
      <div className="row">
        {next.includes('accepted') && (
          <Button
            type="primary"
            ref={acceptButton}
            disabled={request.lines.length === 0}
            loading={accept.isPending}
            onClick={() => accept.mutate()}
          >
            {t('actions.accept')}
          </Button>
        )}
        {next.includes('returned') && <Button onClick={() => setGiving('returned')}>{t('actions.return')}</Button>}
        {next.includes('refused') && (
          <Button danger onClick={() => setGiving('refused')}>
            {t('actions.refuse')}
          </Button>
        )}
      </div>
      {request.lines.length === 0 && (
        <p className="row">
          <Link className="button" to={`/window/requests/${request.id}/itemise`}>
            {t('itemise.open')}
          </Link>
          <span className="quiet">{t('actions.itemiseFirst')}</span>
        </p>
      )}
      {accept.isError && <Failure error={accept.error} />}
      {giving && <CodedReason key={giving} request={request} kind={giving} />}
    </div>
  );
}
