import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { institutionsPublicInstitutionList, serviceRequestsServiceItemList } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { SearchBox } from '../ui/search-box';
import { StandardList } from './standard-list';
import { useStandards } from './use-standards';

const MANY = 8;

/** One box over services, standards and institutions; each kind answers by itself, none waits for another. */
export function Search() {
  const { t } = useTranslation('public');
  const [search] = useSearchParams();
  const text = search.get('q') ?? '';
  return (
    <Page title={t('search.title')} lead={t('search.lead', { text })}>
      <SearchBox key={text} label={t('home.searchLabel')} to="/search" />
      <Items text={text} />
      <Standards text={text} />
      <Institutions text={text} />
      <p>
        <Link to="/firm/requests/new">{t('search.start')}</Link>
      </p>
    </Page>
  );
}

function Items({ text }: { text: string }) {
  const { t } = useTranslation('public');
  const say = useWords();
  const query = useQuery({
    queryKey: ['service-requests', 'service-item', 'search', text],
    queryFn: () => answer(serviceRequestsServiceItemList({ query: { q: text, status: 'published', limit: MANY } })),
  });
  return (
    <Kind title={t('search.items')}>
      <Answer query={query}>
        {({ items }) => (
          <Found
            rows={items.map(({ code, name, description }) => (
              <li key={code}>
                <Link to={`/catalogue/${code}`}>{say(name)}</Link> <span className="quiet">{say(description)}</span>
              </li>
            ))}
          />
        )}
      </Answer>
    </Kind>
  );
}

function Standards({ text }: { text: string }) {
  const { t } = useTranslation('public');
  return (
    <Kind title={t('search.standards')}>
      <Answer query={useStandards(text, MANY)}>{({ items }) => <StandardList standards={items} />}</Answer>
    </Kind>
  );
}

function Institutions({ text }: { text: string }) {
  const { t } = useTranslation('public');
  const query = useQuery({
    queryKey: ['institutions', 'institution', 'search', text],
    queryFn: () => answer(institutionsPublicInstitutionList({ query: { name: text, limit: MANY } })),
  });
  return (
    <Kind title={t('search.institutions')}>
      <Answer query={query}>
        {({ items }) => (
          <Found
            rows={items.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/institutions/${id}`}>{name}</Link>
              </li>
            ))}
          />
        )}
      </Answer>
    </Kind>
  );
}

function Kind({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Found({ rows }: { rows: readonly ReactNode[] }) {
  const { t } = useTranslation('public');
  return rows.length ? <ul className="bare stack">{rows}</ul> : <p className="quiet">{t('search.none')}</p>;
}
