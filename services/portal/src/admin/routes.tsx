import '../theme/staff.css';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { scopeTexts } from '../scope/texts';
import { SubNavigation } from '../ui/sub-navigation';
import { DeadLetters } from './dead-letters';
import { AdminAnnex, AdminAnnexes } from './annexes';
import { Catalogue } from './catalogue';
import { CatalogueItem } from './catalogue-item';
import { Institutions } from './institutions';
import { Policy } from './policy';
import { Stuck } from './stuck';
import { adminTexts } from './texts';
import { Throughput } from './throughput';
import { TimeLimits } from './time-limits';

addTexts('admin', adminTexts);
addTexts('scope', scopeTexts);

const pages = ['stuck', 'time-limits', 'institutions', 'annexes', 'catalogue', 'policy', 'dead-letters'] as const;

export default function AdminArea() {
  const { t } = useTranslation('admin');
  return (
    <>
      <SubNavigation
        label={t('sections.label')}
        links={[
          { to: '/admin', title: t('sections.throughput') },
          ...pages.map((page) => ({ to: `/admin/${page}`, title: t(`sections.${page}`) })),
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
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
