import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWords } from '../i18n/use-words';
import { LifeLine } from '../ui/life-line';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { Countdown } from './countdown';
import { Demand } from './demand';
import { JobAnswer } from './job-answer';
import { jobStatus } from './job-status';
import { JobWork } from './job-work';
import type { JobDetail } from './provider-api';
import { Results } from './results';
import { useDecision, useJob } from './use-jobs';

export function JobPage() {
  const { id = '' } = useParams();
  return <Answer query={useJob(id)}>{(job) => <Shown job={job} />}</Answer>;
}

function Shown({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const say = useWords();
  const client = job.client?.enterpriseName ?? t('jobs.blind', { number: job.blindNumber });
  return (
    <Page title={say(job.itemName)} lead={`${job.number} · ${client}`}>
      <dl className="card facts">
        <dt>{t('job.status')}</dt>
        <dd>
          <StatusTag status={jobStatus(job.status)} /> {job.status === 'offered' && <Countdown until={job.answerBy} />}
        </dd>
        <dt>{t('job.promised')}</dt>
        <dd>{job.promisedDate}</dd>
        {job.needBy && (
          <>
            <dt>{t('job.needBy')}</dt>
            <dd>{job.needBy}</dd>
          </>
        )}
        <dt>{t('job.why')}</dt>
        <dd>
          <Why decisionId={job.decisionId} />
        </dd>
      </dl>
      <JobAnswer job={job} />
      <div className="columns">
        <div className="stack">
          <h2>{t('demand.title')}</h2>
          <Demand job={job} />
          <JobWork job={job} />
        </div>
        <aside className="stack">
          <Results job={job} />
          <h2>{t('job.lifeLine')}</h2>
          <JobLifeLine job={job} />
        </aside>
      </div>
    </Page>
  );
}

function Why({ decisionId }: { decisionId: string }) {
  return <Answer query={useDecision(decisionId)}>{({ words }) => <span>{words.reason}</span>}</Answer>;
}

function JobLifeLine({ job }: { job: JobDetail }) {
  const { t, i18n } = useTranslation();
  const entries = job.lifeLine.map(({ status, at, by, step, note }, index) => {
    const known = job.steps.find(({ name }) => name === step);
    const word = `status.${jobStatus(status)}` as const;
    const state = { zh: i18n.getFixedT('zh')(word), en: i18n.getFixedT('en')(word) };
    const words = known?.words ?? state;
    return { id: String(index), at, by: by?.name ?? t('platform'), words, ...(note ? { about: note } : {}) };
  });
  return <LifeLine entries={entries.toReversed()} />;
}
