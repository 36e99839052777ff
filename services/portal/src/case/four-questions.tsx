import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words';
import { StatusTag } from '../ui/status-tag';
import { tasksOf, type Case } from './case';
import { Clock } from './clock';

/** Where is it, whose turn is it, by when, why: the answers stand above everything else. */
export function FourQuestions({ request }: { request: Case }) {
  const { t } = useTranslation('case');
  const { t: tc } = useTranslation();
  const say = useWords();
  const situation = say(request.situation.words);
  const why = request.answer?.words ?? reasonOf(request);
  return (
    <dl className="card facts four-questions">
      <dt>{t('where')}</dt>
      <dd>
        <StatusTag status={request.status} /> {situation !== tc(`status.${request.status}`) && <span>{situation}</span>}
      </dd>
      <dt>{t('turn')}</dt>
      <dd>{tc(`turn.${request.situation.turn}`)}</dd>
      <dt>{t('when')}</dt>
      <dd className="stack">
        <When request={request} />
      </dd>
      <dt>{t('why')}</dt>
      <dd>
        {why ? say(why) : <span className="quiet">{t('noReason')}</span>}
        {request.answer?.note && <blockquote>{request.answer.note}</blockquote>}
        {request.answer && <p className="quiet">{say(request.answer.hint)}</p>}
      </dd>
    </dl>
  );
}

function When({ request }: { request: Case }) {
  const { t } = useTranslation('case');
  const say = useWords();
  const running = request.clocks.filter(({ status }) => status !== 'stopped');
  if (request.status === 'closed') return <span className="quiet">{t('noDate')}</span>;
  return (
    <>
      {request.needBy && <span>{t('needBy', { date: request.needBy })}</span>}
      {request.plan.finish && <span>{say(request.plan.words)}</span>}
      {running.map((clock) => (
        <Clock key={clock.id} clock={clock} />
      ))}
    </>
  );
}

/** Why nobody takes a task, else the reason of the latest placing. */
function reasonOf(request: Case) {
  const stuck = tasksOf(request).find(({ status, unroutable }) => status === 'unroutable' && unroutable?.reason);
  if (stuck?.unroutable?.reason) return stuck.unroutable.reason;
  return tasksOf(request)
    .filter(({ job }) => job?.reason)
    .sort((one, other) => (other.offeredAt ?? '').localeCompare(one.offeredAt ?? ''))[0]?.job?.reason;
}
