import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { addTexts } from '../i18n/i18n';
import { kinds } from '../i18n/kinds';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { Shape, type Tone } from '../ui/status-tag';
import { CheckFile } from './check-file';
import { verifyTexts } from './texts';
import { useVerification, type Verified } from './use-verification';

addTexts('verify', verifyTexts);
addTexts('kind', kinds);

const pathOf = (number: string) => `/verify/${encodeURIComponent(number)}`;

/** For whoever holds a report: is it valid, replaced or withdrawn, and is this the very file. */
export default function Verify() {
  const { t } = useTranslation('verify');
  const { '*': number = '' } = useParams();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <NumberBox key={number} number={number} />
      {number && <Outcome number={number} />}
    </Page>
  );
}

function NumberBox({ number }: { number: string }) {
  const { t } = useTranslation('verify');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) void navigate(pathOf(typed.trim()));
      }}
    >
      <input
        className="text-input large"
        aria-label={t('label')}
        placeholder={t('label')}
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button">
        {tc('area.verify')}
      </button>
    </form>
  );
}

function Outcome({ number }: { number: string }) {
  return (
    <Answer query={useVerification(number)}>
      {(found) =>
        found.length === 0 ? (
          <Unknown number={number} />
        ) : (
          found.map((each, index) => <Standing key={index} verified={each} />)
        )
      }
    </Answer>
  );
}

function Unknown({ number }: { number: string }) {
  const { t } = useTranslation('verify');
  return (
    <section className="card prose" role="status">
      <h2>{t('none', { number })}</h2>
      <p>{t('hints.title')}</p>
      <ul className="points">
        {(['spelling', 'part', 'elsewhere'] as const).map((hint) => (
          <li key={hint}>{t(`hints.${hint}`)}</li>
        ))}
      </ul>
    </section>
  );
}

const tones: Readonly<Record<Verified['standing'], Tone>> = {
  valid: 'done',
  'in-doubt': 'yours',
  replaced: 'lost',
  withdrawn: 'lost',
};

function Standing({ verified }: { verified: Verified }) {
  const { t } = useTranslation('verify');
  const { t: kindOf } = useTranslation('kind');
  const say = useWords();
  const { standing, number, replacedBy, cause, institution, kind, item, issuedOn, sha256 } = verified;
  return (
    <section className="card">
      <h2 className={`standing tone-${tones[standing]}`}>
        <Shape tone={tones[standing]} /> {t(`standing.${standing}`)}
      </h2>
      <p>
        {t(`says.${standing}`)} {cause && say(cause)}
        {replacedBy.map((next) => (
          <Link key={next} to={pathOf(next)}>
            {next}
          </Link>
        ))}
      </p>
      <dl className="facts">
        <dt>{t('label')}</dt>
        <dd>{number}</dd>
        <dt>{t('institution')}</dt>
        <dd>{institution}</dd>
        <dt>{t('kind')}</dt>
        <dd>{kindOf(kind)}</dd>
        <dt>{t('item')}</dt>
        <dd>{say(item)}</dd>
        <dt>{t('issuedOn')}</dt>
        <dd>{issuedOn}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
      </dl>
      <CheckFile sha256={sha256} />
    </section>
  );
}
