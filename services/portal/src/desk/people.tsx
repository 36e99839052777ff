import { useTranslation } from 'react-i18next';
import { People } from '../people/people';
import { useSession } from '../session/session';
import { Page } from '../ui/page';

export function DeskPeople() {
  const { t } = useTranslation('desk');
  return (
    <Page title={useSession().acting?.organisation.name ?? t('nav.people')}>
      <People />
    </Page>
  );
}
