import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Case } from '../case/case';
import { FourQuestions } from '../case/four-questions';
import { Lines } from '../case/lines';
import { useCase } from '../case/use-case';
import { Answer } from '../ui/states';
import { WindowActions } from './window-actions';

/** The selected request, with what the window can do about it. */
export function Preview({ id, asked }: { id: string; asked: 'accept' | 'return' | undefined }) {
  const { t } = useTranslation('window');
  return (
    <aside className="stack preview" aria-label={t('preview')}>
      <Answer query={useCase(id)}>
        {(request) => (
          <>
            <h2>
              <Link to={`/window/requests/${id}`}>{request.number}</Link>
            </h2>
            <WindowActions request={request} asked={asked} />
            <FourQuestions request={request} />
            <Asked request={request} />
          </>
        )}
      </Answer>
    </aside>
  );
}

/** What was asked for, and how the firm can be reached. */
export function Asked({ request }: { request: Case }) {
  return (
    <>
      <Lines request={request} />
      {request.contact && (
        <p className="quiet">
          {request.contact.name} · <a href={`tel:${request.contact.phone}`}>{request.contact.phone}</a>
        </p>
      )}
    </>
  );
}
