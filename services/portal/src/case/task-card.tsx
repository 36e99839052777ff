import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words';
import { StatusTag } from '../ui/status-tag';
import type { CaseTask } from './case';

/** One task: who does it, how far it is, when it will be there and why it went there. */
export function TaskCard({ task, actions }: { task: CaseTask; actions?: ReactNode }) {
  const { t } = useTranslation('case');
  const say = useWords();
  const { job, step } = task;
  return (
    <section className="card task">
      <header className="row spread">
        <h3>{say(task.item.name)}</h3>
        <StatusTag status={task.status} />
      </header>
      {step && (
        <p>
          <progress max={step.steps} value={step.stepIndex} aria-label={say(step.words)} />{' '}
          {t('task.step', { step: step.stepIndex, steps: step.steps })} {say(step.words)}
        </p>
      )}
      {job && (
        <p>
          {job.providerName}
          {job.promisedDate && <span className="quiet"> · {t('task.promised', { date: job.promisedDate })}</span>}
        </p>
      )}
      {job?.reason && (
        <details>
          <summary>{t('task.why')}</summary>
          <p className="quiet">{say(job.reason)}</p>
        </details>
      )}
      {task.unroutable?.reason && <p className="tone-lost">{say(task.unroutable.reason)}</p>}
      {actions}
    </section>
  );
}
