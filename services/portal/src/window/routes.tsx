import '../theme/staff.css';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { caseTexts } from '../case/texts';
import { enterpriseTexts } from '../enterprise/texts';
import { firmTexts } from '../firm/texts';
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
// At the counter the clerk fills in the firm's own forms.
addTexts('firm', firmTexts);
addTexts('enterprise', enterpriseTexts);

const Counter = lazy(async () => ({ default: (await import('./counter')).Counter }));
const Itemise = lazy(async () => ({ default: (await import('./itemise')).Itemise }));
const EditRequest = lazy(async () => ({ default: (await import('../firm/edit-request')).EditRequest }));

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
          { to: '/window/counter', title: t('nav.counter') },
          { to: '/window/firms', title: t('nav.firms') },
        ]}
      />
      <Routes>
        <Route index element={<WorkList />} />
        <Route path="requests/:id" element={<WindowRequestPage />} />
        <Route path="requests/:id/edit" element={<EditRequest />} />
        <Route path="requests/:id/itemise" element={<Itemise />} />
        <Route path="counter" element={<Counter />} />
        <Route path="unroutable" element={<Unroutable />} />
        <Route path="firms" element={<Firms />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
