import '../theme/staff.css';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { useSession } from '../session/session';
import { JobPage } from './job-page';
import { Jobs } from './jobs';
import { providerOfRoles } from './provider-api';
import { deskTexts } from './texts';
import { ProviderContext } from './use-jobs';

addTexts('desk', deskTexts);

/** The desk of laboratories, metrology institutes and experts alike: offers, jobs, results. */
export default function DeskArea() {
  const { acting } = useSession();
  return (
    <ProviderContext value={providerOfRoles(acting?.roles ?? [])}>
      <Routes>
        <Route index element={<Jobs />} />
        <Route path="jobs/:id" element={<JobPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </ProviderContext>
  );
}
