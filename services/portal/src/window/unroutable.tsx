import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsTaskList } from '../api/generated';
import type { CaseTask } from '../case/case';
import { useWords, type Words } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';
import { Dispatch } from './dispatch';

/** Why nobody may take a task: how many passed no gate, and who comes nearest. */
interface Unroutability {
  readonly candidates: number;
  readonly nearestMisses: readonly { readonly providerId: string; readonly name: string; readonly words: Words }[];
  readonly reason: Words;
}
type UnroutableTask = Omit<CaseTask, 'unroutable'> & { readonly unroutable: Unroutability };

export function Unroutable() {
  const { t } = useTranslation('window');
  const query = useQuery({
    queryKey: ['service-requests', 'service-request', 'unroutable'],
    queryFn: () => answer(serviceRequestsTaskList({ query: { status: 'unroutable', limit: 100 } })),
  });
  return (
    <Page title={t('unroutable.title')} lead={t('unroutable.lead')}>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('unroutable.empty')}</Empty>
          ) : (
            (items as unknown as UnroutableTask[]).map((task) => <Task key={task.id} task={task} />)
          )
        }
      </Answer>
    </Page>
  );
}

function Task({ task }: { task: UnroutableTask }) {
  const { t } = useTranslation('window');
  const say = useWords();
  const { nearestMisses, reason, candidates } = task.unroutable;
  return (
    <section className="card">
      <h2>
        <Link to={`/window/requests/${task.requestId}`}>{task.number}</Link> {say(task.item.name)}
      </h2>
      <p>{say(reason)}</p>
      <p className="quiet">{t('unroutable.asked', { count: candidates })}</p>
      {nearestMisses.length > 0 && (
        <>
          <h3>{t('unroutable.nearest')}</h3>
          <ul className="points">
            {nearestMisses.map(({ providerId, name, words }) => (
              <li key={providerId}>
                {name} <span className="quiet">{say(words)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Dispatch taskId={task.id} element={task.element} />
    </section>
  );
}
