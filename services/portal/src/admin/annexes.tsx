import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Annexes } from '../scope/annexes';
import { AnnexPage } from '../scope/annex-page';
import { scopeServices } from '../scope/scope-api';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';

/** Annexes of all institutions, to compare and decide. */
export function AdminAnnexes() {
  const { t } = useTranslation('scope');
  const { t: ta } = useTranslation('admin');
  const [search] = useSearchParams();
  const service = scopeServices.find((each) => each === search.get('service')) ?? 'institutions';
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        label={ta('letters.service')}
        parameter="service"
        current={service}
        tabs={scopeServices.map((key) => ({ key, title: ta(`letters.services.${key}`) }))}
      />
      <Annexes key={service} service={service} base={`/admin/annexes/${service}`} />
    </Page>
  );
}

export function AdminAnnex() {
  const { service = '' } = useParams();
  return <AnnexPage service={scopeServices.find((each) => each === service) ?? 'institutions'} mayDecide />;
}
