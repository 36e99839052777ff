import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words';
import { linesOf, type Case, type CaseLine } from './case';

/** What was asked for, before the window has split it into tasks. */
export function Lines({ request }: { request: Case }) {
  const say = useWords();
  return (
    <>
      {request.problem && <p className="card prose told">{request.problem}</p>}
      {linesOf(request).map(({ key, itemName, demand }) => (
        <section className="card" key={key}>
          <h3>{say(itemName)}</h3>
          <Demand demand={demand} />
        </section>
      ))}
    </>
  );
}

function Demand({ demand }: { demand: CaseLine['demand'] }) {
  const { t } = useTranslation('case');
  const { object, tests = [], measurements = [], skills = [], quantity, text } = demand;
  return (
    <>
      <p>
        {object}
        {quantity ? <span className="quiet"> · {t('samples', { count: quantity })}</span> : null}
      </p>
      <ul className="points">
        {tests.map(({ parameter, methodStandard }, index) => (
          <li key={index}>
            {parameter} <span className="quiet">{methodStandard}</span>
          </li>
        ))}
        {measurements.map(({ instrument, min, max, unit }, index) => (
          <li key={index}>
            {instrument}{' '}
            <span className="quiet">
              {min} – {max} {unit}
            </span>
          </li>
        ))}
        {skills.map((skill) => (
          <li key={skill}>{skill}</li>
        ))}
      </ul>
      {text && <p className="prose">{text}</p>}
    </>
  );
}
