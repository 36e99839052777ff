import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';
import { SearchBox } from '../ui/search-box';
import { StandardList } from './standard-list';
import { useStandards } from './use-standards';

const MANY = 50;

/** The library of standards: what is in force on this day. */
export function Standards() {
  const { t } = useTranslation('public');
  const [search] = useSearchParams();
  const text = search.get('q') ?? '';
  const query = useStandards(text, MANY);
  return (
    <Page title={t('standards.title')} lead={t('standards.lead')}>
      <SearchBox key={text} label={t('standards.label')} to="/standards" />
      {text ? (
        <Answer query={query}>{({ items }) => <StandardList standards={items} />}</Answer>
      ) : (
        <Empty>{t('standards.hint')}</Empty>
      )}
    </Page>
  );
}
