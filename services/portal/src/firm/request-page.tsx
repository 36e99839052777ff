import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { WhoLooked } from '../audit/who-looked';
import { linesOf, tasksOf, type Case } from '../case/case';
import { CaseLifeLine } from '../case/case-life-line';
import { Documents } from '../case/documents';
import { FourQuestions } from '../case/four-questions';
import { Lines } from '../case/lines';
import { TaskCard } from '../case/task-card';
import { useCase } from '../case/use-case';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { RequestActions } from './request-actions';
import { TaskActions } from './task-actions';

export function RequestPage() {
  const { id = '' } = useParams();
  return <Answer query={useCase(id)}>{(request) => <Shown request={request} />}</Answer>;
}

function Shown({ request }: { request: Case }) {
  const { t } = useTranslation('case');
  const { t: tf } = useTranslation('firm');
  const say = useWords();
  const title =
    request.title ??
    linesOf(request)
      .map(({ itemName }) => say(itemName))
      .join(' + ');
  return (
    <Page
      title={title || (request.problem ?? request.number)}
      lead={`${request.number} · ${request.enterprise.name}`}
      actions={<RequestActions request={request} />}
    >
      {request.status === 'submitted' && (
        <p className="card tone-done" role="status">
          {tf('sent')}
        </p>
      )}
      <FourQuestions request={request} />
      <div className="case-body">
        <section className="stack">
          <h2>{t('tasks')}</h2>
          {tasksOf(request).map((task) => (
            <TaskCard key={task.id} task={task} actions={<TaskActions request={request} task={task} />} />
          ))}
          {request.tasks.length === 0 && <Lines request={request} />}
        </section>
        <section className="stack">
          <h2>{t('documents.title')}</h2>
          <Documents request={request} />
        </section>
        <section className="stack">
          <h2>{t('lifeLine')}</h2>
          <CaseLifeLine id={request.id} />
          <WhoLooked requestId={request.id} />
        </section>
      </div>
    </Page>
  );
}
