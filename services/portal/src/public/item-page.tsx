import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { useItems } from '../catalogue/use-items';
import { NotFound } from '../app/not-found';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { labelOf, type ObjectSchema } from '../ui/schema-fields';
import { Answer } from '../ui/states';

export function ItemPage() {
  const { item: code } = useParams();
  return (
    <Answer query={useItems()}>
      {(items) => {
        const item = items.find((each) => each.code === code);
        return item ? <Shown item={item} /> : <NotFound />;
      }}
    </Answer>
  );
}

function Shown({ item }: { item: ServiceRequestsServiceItemResponse }) {
  const { t } = useTranslation('public');
  const say = useWords();
  const fields = Object.entries((item.fields as ObjectSchema).properties ?? {});
  const apply = (
    <Link className="button" to={`/firm/requests/new?item=${item.code}`}>
      {t('catalogue.apply')}
    </Link>
  );
  return (
    <Page title={say(item.name)} lead={say(item.description)} actions={apply}>
      <dl className="card facts">
        <dt>{t('catalogue.time')}</dt>
        <dd>{t('catalogue.promised', { days: item.promisedDays })}</dd>
        <dt>{t('catalogue.price')}</dt>
        <dd>{say(item.priceText)}</dd>
        {fields.length > 0 && (
          <>
            <dt>{t('catalogue.fields')}</dt>
            <dd>{fields.map(([name, field]) => labelOf(name, field, say)).join('、')}</dd>
          </>
        )}
        {item.documents.length > 0 && (
          <>
            <dt>{t('catalogue.documents')}</dt>
            <dd>{item.documents.map(({ name }) => say(name)).join('、')}</dd>
          </>
        )}
        <dt>{t('catalogue.code')}</dt>
        <dd>{item.code}</dd>
      </dl>
      <p>
        <Link to={`/map?item=${item.code}`}>{t('catalogue.where')}</Link>
      </p>
    </Page>
  );
}
