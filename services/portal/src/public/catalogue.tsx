import { elements, type Element } from '@qi/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useItems } from '../catalogue/use-items';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';

/** Every published service, by element. */
export function Catalogue() {
  const { t } = useTranslation('public');
  const { t: tc, i18n } = useTranslation();
  const say = useWords();
  const handbook = (
    <a className="button second" href={`/api/service-requests/v1/public/handbook.pdf?language=${i18n.language}`}>
      {t('catalogue.handbook')}
    </a>
  );
  const [search, setSearch] = useSearchParams();
  const element = search.get('element') as Element | null;
  return (
    <Answer query={useItems()}>
      {(items) => (
        <Page title={t('catalogue.title')} lead={t('catalogue.lead', { count: items.length })} actions={handbook}>
          <div className="row">
            <select
              className="choice short"
              aria-label={t('catalogue.title')}
              value={element ?? ''}
              onChange={({ target }) => setSearch(target.value ? { element: target.value } : {})}
            >
              <option value="">{t('catalogue.all')}</option>
              {elements.map((each) => (
                <option key={each} value={each}>
                  {tc(`element.${each}`)}
                </option>
              ))}
            </select>
          </div>
          {items.length === 0 && <Empty>{t('catalogue.empty')}</Empty>}
          <div className="cards">
            {items
              .filter((item) => !element || item.element === element)
              .map((item) => (
                <section className="card top" key={item.code}>
                  <h2>
                    <Link to={`/catalogue/${item.code}`}>{say(item.name)}</Link>
                  </h2>
                  <p className="quiet">{tc(`element.${item.element}`)}</p>
                  <p>{say(item.description)}</p>
                  <p className="quiet">
                    {t('catalogue.promised', { days: item.promisedDays })} · {say(item.priceText)}
                  </p>
                </section>
              ))}
          </div>
        </Page>
      )}
    </Answer>
  );
}
