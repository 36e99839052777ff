import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { monitoringStuckList, type MonitoringStuckTask } from '../api/generated';
import { useWords, type Words } from '../i18n/use-words';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';
import { StatusTag, type StatusWord } from '../ui/status-tag';

/** What stands still longer than it may, with who owes the next step. */
export function Stuck() {
  const { t } = useTranslation('admin');
  const query = useQuery({ queryKey: ['monitoring', 'stuck'], queryFn: () => answer(monitoringStuckList()) });
  return (
    <Page title={t('stuck.title')} lead={t('stuck.lead')}>
      <Answer query={query}>
        {(tasks) => (tasks.length === 0 ? <Empty>{t('stuck.empty')}</Empty> : <Tasks tasks={tasks} />)}
      </Answer>
    </Page>
  );
}

function Tasks({ tasks }: { tasks: readonly MonitoringStuckTask[] }) {
  const { t } = useTranslation('admin');
  const { t: tc } = useTranslation();
  const say = useWords();
  const { moment } = useDates();
  return (
    <ul className="stack bare">
      {tasks.map((task) => (
        <li key={task.taskId} className="card">
          <div className="row spread">
            <strong>{task.taskNumber}</strong>
            <StatusTag status={task.status as StatusWord} />
          </div>
          <p>
            {tc(`turn.${task.owner === 'enterprise' ? 'firm' : task.owner}`)}
            {task.providerName ? ` · ${task.providerName}` : ''}：{say(task.next as unknown as Words)}
          </p>
          <p className="quiet">
            {t('stuck.since', { at: moment(task.since), hours: Math.round(task.workingMinutes / 60) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
