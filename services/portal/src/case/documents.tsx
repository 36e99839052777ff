import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui/states';
import { tasksOf, type Case } from './case';
import { deliverableAddress } from './deliverable-address';

/** What the providers delivered: number, day, file and the fingerprint that proves it is unchanged. */
export function Documents({ request }: { request: Case }) {
  const { t } = useTranslation('case');
  const files = tasksOf(request).flatMap((task) =>
    task.deliverables.map((file) => ({
      ...file,
      href: deliverableAddress(task.element, task.job?.jobId, file.fileId),
    })),
  );
  if (files.length === 0) return <Empty>{t('documents.none')}</Empty>;
  return (
    <ul className="stack bare">
      {files.map(({ fileId, href, title, number, issuedOn, sha256 }) => (
        <li key={fileId}>
          <a href={href}>{title}</a> <span className="quiet">{issuedOn}</span>
          {number && (
            <div>
              {number} <Link to={`/verify/${encodeURIComponent(number)}`}>{t('documents.verify')}</Link>
            </div>
          )}
          <details className="quiet">
            <summary>SHA-256</summary>
            <code>{sha256}</code>
          </details>
        </li>
      ))}
    </ul>
  );
}
