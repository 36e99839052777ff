import '../theme/staff.css';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { peopleTexts } from '../people/texts';
import { scopeTexts } from '../scope/texts';
import { useMay } from '../session/use-may';
import { SubNavigation } from '../ui/sub-navigation';
import { DeadLetters } from './dead-letters';
import { AdminAnnex, AdminAnnexes } from './annexes';
import { Catalogue } from './catalogue';
import { CatalogueItem } from './catalogue-item';
import { Institutions } from './institutions';
import { Policy } from './policy';
import { Staff } from './staff';
import { Stuck } from './stuck';
import { adminTexts } from './texts';
import { Throughput } from './throughput';
import { TimeLimits } from './time-limits';

addTexts('admin', adminTexts);
addTexts('scope', scopeTexts);
addTexts('people', peopleTexts);

/** Pages and what one must be allowed to do there; others are not shown. */
const pages = {
  stuck: 'monitoring.StuckController_list',
  'time-limits': 'service-requests.TimeLimitController_list',
  institutions: 'institutions.InstitutionController_activate',
  annexes: 'institutions.AnnexController_approve',
  catalogue: 'service-requests.ServiceItemController_draft',
  policy: 'institutions.PolicyController_put',
  'dead-letters': 'service-requests.DeadLetterController_list',
  staff: 'gateway.MembershipController_listStaff',
} as const;
type AdminPage = keyof typeof pages;

export default function AdminArea() {
  const { t } = useTranslation('admin');
  const allowed = useMay();
  const shown = (Object.keys(pages) as AdminPage[]).filter((page) => allowed(pages[page]));
  return (
    <>
      <SubNavigation
        label={t('sections.label')}
        links={[
          { to: '/admin', title: t('sections.throughput') },
          ...shown.map((page) => ({ to: `/admin/${page}`, title: t(`sections.${page}`) })),
        ]}
      />
      <Routes>
        <Route index element={<Throughput />} />
        <Route path="stuck" element={<Stuck />} />
        <Route path="time-limits" element={<TimeLimits />} />
        <Route path="institutions" element={<Institutions />} />
        <Route path="annexes" element={<AdminAnnexes />} />
        <Route path="annexes/:service/:id" element={<AdminAnnex />} />
        <Route path="catalogue" element={<Catalogue />} />
        <Route path="catalogue/:id" element={<CatalogueItem />} />
        <Route path="policy" element={<Policy />} />
        <Route path="dead-letters" element={<DeadLetters />} />
        <Route path="staff" element={<Staff />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
