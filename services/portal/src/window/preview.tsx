import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { linesOf, type Case } from '../case/case';
import { FourQuestions } from '../case/four-questions';
import { useCase } from '../case/use-case';
import { useWords } from '../i18n/use-words';
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
            <Lines request={request} />
          </>
        )}
      </Answer>
    </aside>
  );
}

/** What was asked for, and how the firm can be reached. */
export function Lines({ request }: { request: Case }) {
  const say = useWords();
  return (
    <>
      {request.problem && <p className="card prose">{request.problem}</p>}
      {linesOf(request).map(({ key, itemName, demand }) => (
        <section className="card" key={key}>
          <h3>{say(itemName)}</h3>
          <p className="quiet">{demand.object}</p>
        </section>
      ))}
      {request.contact && (
        <p className="quiet">
          {request.contact.name} · <a href={`tel:${request.contact.phone}`}>{request.contact.phone}</a>
        </p>
      )}
    </>
  );
}
