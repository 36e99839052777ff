import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Annexes } from '../scope/annexes';
import { AnnexPage } from '../scope/annex-page';
import type { ScopeService } from '../scope/scope-api';
import { SubmitAnnex } from '../scope/submit-annex';
import { useSession } from '../session/session';
import { useMay } from '../session/use-may';
import { Page } from '../ui/page';
import { useProvider } from './use-jobs';

/** What the institution may do, as the annexes of its certificates say. */
export function Scope() {
  const { t } = useTranslation('scope');
  const service = useProvider().service as ScopeService;
  const { acting } = useSession();
  const register = service === 'institutions' && (
    <Link className="button second" to={`/institutions/${acting?.organisation.id}`}>
      {t('register')}
    </Link>
  );
  const maySubmit = useMay()(`${service}.AnnexController_submit`);
  return (
    <Page title={t('title')} lead={t('lead')} actions={register}>
      {maySubmit && <SubmitAnnex service={service} />}
      <Annexes service={service} base="/desk/scope" />
    </Page>
  );
}

export function ScopeAnnex() {
  return <AnnexPage service={useProvider().service as ScopeService} />;
}
