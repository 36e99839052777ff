import '../theme/staff.css';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { caseTexts } from '../case/texts';
import { addTexts } from '../i18n/i18n';
import { Firms } from './firms';
import { WindowRequestPage } from './request-page';
import { windowTexts } from './texts';
import { Unroutable } from './unroutable';
import { WorkList } from './work-list';

addTexts('case', caseTexts);
addTexts('window', windowTexts);

export default function WindowArea() {
  return (
    <Routes>
      <Route index element={<WorkList />} />
      <Route path="requests/:id" element={<WindowRequestPage />} />
      <Route path="unroutable" element={<Unroutable />} />
      <Route path="firms" element={<Firms />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
