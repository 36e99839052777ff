import '../theme/staff.css';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { Audit } from './audit';
import { auditTexts } from './texts';

addTexts('audit', auditTexts);

export default function AuditArea() {
  return (
    <Routes>
      <Route index element={<Audit />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
