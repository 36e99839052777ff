import { useTranslation } from 'react-i18next';
import type { InstitutionsRerunResponse } from '../api/generated';

const MANY = 10;

/** What a policy would have changed: how many tasks go elsewhere, who gets more or less, how late they would be. */
export function PolicyOutcome({ outcome }: { outcome: InstitutionsRerunResponse }) {
  const { t } = useTranslation('admin');
  const { decisions, moved, delay, providers } = outcome;
  const changed = providers.filter(({ before, after }) => before !== after).slice(0, MANY);
  return (
    <section className="card" role="status">
      <h2>{t('policy.outcome.title')}</h2>
      <p>{t('policy.outcome.moved', { decisions, moved })}</p>
      <p className="quiet">
        {t('policy.outcome.late', { before: delay.before.late, after: delay.after.late })}{' '}
        {t('policy.outcome.days', { before: delay.before.meanDays, after: delay.after.meanDays })}
      </p>
      {changed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('policy.outcome.provider')}</th>
              <th scope="col" className="number">
                {t('policy.outcome.before')}
              </th>
              <th scope="col" className="number">
                {t('policy.outcome.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ providerId, name, before, after }) => (
              <tr key={providerId}>
                <th scope="row">{name}</th>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
