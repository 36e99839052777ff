import { useTranslation } from 'react-i18next';
import type { JobDetail } from './provider-api';
import { useProvider } from './use-jobs';

/** What was handed in so far, with the fingerprint that proves a file unchanged. */
export function Results({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { service } = useProvider();
  if (job.deliverables.length === 0) return null;
  return (
    <>
      <h2>{t('results')}</h2>
      <ul className="stack bare">
        {job.deliverables.map(({ fileId, title, number, issuedOn, sha256 }) => (
          <li key={fileId}>
            <a href={`/api/${service}/v1/jobs/${job.id}/deliverables/${fileId}`}>{title}</a> {number}{' '}
            <span className="quiet">{issuedOn}</span>
            <details className="quiet">
              <summary>SHA-256</summary>
              <code>{sha256}</code>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
