import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { linesOf, tasksOf, type Case } from '../case/case';
import { CaseLifeLine } from '../case/case-life-line';
import { Documents } from '../case/documents';
import { FourQuestions } from '../case/four-questions';
import { TaskCard } from '../case/task-card';
import { useCase } from '../case/use-case';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { Dispatch } from './dispatch';
import { Asked } from './preview';
import { WindowActions } from './window-actions';

/** The firm's view of the request, with the window's actions. */
export function WindowRequestPage() {
  const { id = '' } = useParams();
  return <Answer query={useCase(id)}>{(request) => <Shown request={request} />}</Answer>;
}

function Shown({ request }: { request: Case }) {
  const { t } = useTranslation('case');
  const say = useWords();
  const named = linesOf(request).map(({ itemName }) => say(itemName));
  const title = request.title ?? (named.join(' + ') || request.problem);
  return (
    <Page
      title={title ?? request.number}
      lead={`${request.number} · ${request.enterprise.name} · ${request.enterprise.uscc}`}
    >
      <WindowActions request={request} />
      <FourQuestions request={request} />
      <div className="columns">
        <div className="stack">
          <h2>{t('tasks')}</h2>
          {tasksOf(request).map((task) => (
            <TaskCard
              key={task.id}
              task={task}
              actions={task.status === 'unroutable' ? <Dispatch taskId={task.id} element={task.element} /> : undefined}
            />
          ))}
          {request.tasks.length === 0 && <Asked request={request} />}
          <h2>{t('lifeLine')}</h2>
          <CaseLifeLine id={request.id} />
        </div>
        <aside className="stack">
          <h2>{t('documents.title')}</h2>
          <Documents request={request} />
        </aside>
      </div>
    </Page>
  );
}
