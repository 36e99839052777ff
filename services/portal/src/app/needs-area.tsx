import { lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { areasOf, type Area } from '../session/areas';
import { signInPath, useSession } from '../session/session';
import { Page } from '../ui/page';
import { Loading } from '../ui/states';

const Components = lazy(() => import('../theme/components'));

/** An area for those whose roles open it; everyone else is told how to get there. The services judge again. */
export function NeedsArea({ area, page }: { area: Area; page: ReactNode }) {
  const session = useSession();
  const { t } = useTranslation();
  if (!session.known) return <Loading />;
  if (!session.signedIn)
    return (
      <Page title={t('needsSignIn.title')} lead={t('needsSignIn.lead')}>
        <a className="button" href={signInPath()}>
          {t('signIn')}
        </a>
      </Page>
    );
  if (!areasOf(session).includes(area)) return <Page title={t('needsRole.title')} lead={t('needsRole.lead')} />;
  return <Components>{page}</Components>;
}
