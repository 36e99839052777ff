import { useTranslation } from 'react-i18next';
import type { StandardsStandardSummary } from '../api/generated';
import { useWords, type Words } from '../i18n/use-words';
import { Shape, type Tone } from '../ui/status-tag';

const tones: Readonly<Record<StandardsStandardSummary['status'], Tone>> = {
  unissued: 'waiting',
  issued: 'moving',
  'in-force': 'done',
  withdrawn: 'lost',
};

export function StandardList({ standards }: { standards: readonly StandardsStandardSummary[] }) {
  const { t } = useTranslation('public');
  const say = useWords();
  if (standards.length === 0) return <p className="quiet">{t('standards.none')}</p>;
  return (
    <ul className="bare stack">
      {standards.map(({ id, number, title, status, inForceFrom, endsOn }) => (
        <li key={id} className="card">
          <div className="row spread">
            <strong>{number}</strong>
            <span className={`status tone-${tones[status]}`}>
              <Shape tone={tones[status]} />
              {t(`standards.status.${status}`)}
            </span>
          </div>
          <span>{say(title as unknown as Words)}</span>
          <span className="quiet">
            {[
              inForceFrom && t('standards.since', { date: inForceFrom }),
              endsOn && t('standards.until', { date: endsOn }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
