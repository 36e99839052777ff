import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { useWords } from '../i18n/use-words';
import { Failure } from '../ui/states';
import { Deliver } from './deliver';
import type { JobDetail } from './provider-api';
import { useJobCommand, useProvider } from './use-jobs';

/** The steps of the work: report the one that is done, hand in the results, complete. */
export function JobWork({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { api } = useProvider();
  const say = useWords();
  const path = { id: job.id };
  const progress = useJobCommand((step: string) => answer(api.progress({ path, body: { step } })));
  const complete = useJobCommand(() => answer(api.complete({ path })));
  if (!['accepted', 'in-progress', 'reworked'].includes(job.status)) return null;
  const reached = job.steps.findIndex(({ name }) => name === job.step);
  return (
    <>
      <h2>{t('work.title')}</h2>
      <ol className="card stack steps">
        {job.steps.map(({ name, words }, index) => (
          <li key={name} className="row spread" aria-current={index === reached ? 'step' : undefined}>
            <span className={index <= reached ? 'tone-done' : undefined}>{say(words)}</span>
            {index > reached && (
              <Button
                size="small"
                loading={progress.isPending && progress.variables === name}
                onClick={() => progress.mutate(name)}
              >
                {t('work.done')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {progress.isError && <Failure error={progress.error} />}
      <Deliver job={job} />
      <div className="row">
        <Button
          type="primary"
          disabled={job.deliverables.length === 0 || !job.legal.includes('completed')}
          loading={complete.isPending}
          onClick={() => complete.mutate()}
        >
          {t('work.complete')}
        </Button>
        {job.deliverables.length === 0 && <span className="quiet">{t('work.first')}</span>}
      </div>
      {complete.isError && <Failure error={complete.error} />}
    </>
  );
}
