import { useTranslation } from 'react-i18next';
import type { Case } from '../case/case';

/** What the firm told, in its own words, with its photos; it stays in sight while it becomes services. */
export function Told({ request }: { request: Case }) {
  const { t } = useTranslation('window');
  return (
    <section className="card prose preview">
      <h2>{t('itemise.told')}</h2>
      <blockquote className="told">{request.problem ?? request.title}</blockquote>
      {request.attachmentIds.length > 0 && (
        <ul className="points">
          {request.attachmentIds.map((id, index) => (
            <li key={id}>
              <a href={`/api/service-requests/v1/attachments/${id}/content`}>
                {t('itemise.attachment', { number: index + 1 })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {request.contact && (
        <p className="quiet">
          {request.contact.name} · <a href={`tel:${request.contact.phone}`}>{request.contact.phone}</a>
        </p>
      )}
    </section>
  );
}
