import '../theme/staff.css';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { caseTexts } from '../case/texts';
import { addTexts } from '../i18n/i18n';
import { SubNavigation } from '../ui/sub-navigation';
import { Firms } from './firms';
import { WindowRequestPage } from './request-page';
import { windowTexts } from './texts';
import { Unroutable } from './unroutable';
import { useCounts } from './use-work-list';
import { WorkList } from './work-list';

addTexts('case', caseTexts);
addTexts('window', windowTexts);

export default function WindowArea() {
  const { t } = useTranslation('window');
  const { data: counts } = useCounts();
  return (
    <>
      <SubNavigation
        label={t('list.title')}
        links={[
          { to: '/window', title: t('nav.list') },
          { to: '/window/unroutable', title: `${t('nav.unroutable')} ${counts?.unroutable ?? ''}` },
          { to: '/window/firms', title: t('nav.firms') },
        ]}
      />
      <Routes>
        <Route index element={<WorkList />} />
        <Route path="requests/:id" element={<WindowRequestPage />} />
        <Route path="unroutable" element={<Unroutable />} />
        <Route path="firms" element={<Firms />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
