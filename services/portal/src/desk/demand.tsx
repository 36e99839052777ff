import { useTranslation } from 'react-i18next';
import type { JobDetail } from './provider-api';

/** What is asked for, in the terms of the trade: object, tests with their standards, measurements with their tolerance. */
export function Demand({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { demand } = job;
  return (
    <section className="card">
      <dl className="facts">
        <dt>{t('demand.object')}</dt>
        <dd>
          {demand.object}
          {demand.quantity && t('demand.quantity', { count: demand.quantity })}
        </dd>
        <dt>{t('demand.place')}</dt>
        <dd>{t(demand.place === 'on-site' ? 'demand.onSite' : 'demand.laboratory')}</dd>
        <dt>{t('demand.plannedDate')}</dt>
        <dd>{demand.plannedDate}</dd>
        {demand.schemes.length > 0 && (
          <>
            <dt>{t('demand.schemes')}</dt>
            <dd>{demand.schemes.join(' · ')}</dd>
          </>
        )}
      </dl>
      <ul className="stack bare">
        {demand.tests.map(({ parameter, methodStandard }) => (
          <li key={`${parameter} ${methodStandard}`}>
            {parameter} <span className="quiet">{methodStandard}</span>
          </li>
        ))}
        {demand.measurements.map(({ instrument, measurand, min, max, unit, tolerance }) => (
          <li key={`${instrument} ${measurand} ${min} ${max}`}>
            {instrument}{' '}
            <span className="quiet">
              {measurand} {min}–{max} {unit}
              {tolerance ? ` · ±${tolerance} ${unit}` : ''}
            </span>
          </li>
        ))}
        {demand.skills.map((skill) => (
          <li key={skill}>{skill}</li>
        ))}
      </ul>
      {demand.text && <p className="prose">{demand.text}</p>}
    </section>
  );
}
