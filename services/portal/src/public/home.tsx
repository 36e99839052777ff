import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import { SearchBox } from '../ui/search-box';

const steps = ['say', 'place', 'follow', 'result'] as const;

/** One box, the one action, and how it goes on from there. */
export function Home() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <SearchBox label={t('home.searchLabel')} placeholder={t('home.placeholder')} to="/search" />
      <p>
        <Link className="button" to="/firm/requests/new">
          {t('home.start')}
        </Link>
      </p>
      <section className="stack">
        <h2>{t('home.how')}</h2>
        <div className="cards four">
          {steps.map((step) => (
            <div className="card top" key={step}>
              <h3>{t(`home.steps.${step}.title`)}</h3>
              <p className="quiet">{t(`home.steps.${step}.text`)}</p>
            </div>
          ))}
        </div>
      </section>
    </Page>
  );
}
