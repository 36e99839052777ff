import '../theme/staff.css';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { kinds } from '../i18n/kinds';
import { peopleTexts } from '../people/texts';
import { scopeTexts } from '../scope/texts';
import { useSession } from '../session/session';
import { SubNavigation } from '../ui/sub-navigation';
import { JobPage } from './job-page';
import { Jobs } from './jobs';
import { providerOfRoles } from './provider-api';
import { deskTexts } from './texts';
import { ProviderContext } from './use-jobs';

addTexts('desk', deskTexts);
addTexts('kind', kinds);
addTexts('people', peopleTexts);
addTexts('scope', scopeTexts);

const Scope = lazy(async () => ({ default: (await import('./scope')).Scope }));
const ScopeAnnex = lazy(async () => ({ default: (await import('./scope')).ScopeAnnex }));
const Capacity = lazy(async () => ({ default: (await import('./capacity')).Capacity }));
const People = lazy(async () => ({ default: (await import('./people')).DeskPeople }));

/** The desk of laboratories, metrology institutes and experts alike: offers, jobs, results. An expert has no scope nor colleagues. */
export default function DeskArea() {
  const { t } = useTranslation('desk');
  const { acting } = useSession();
  const service = providerOfRoles(acting?.roles ?? []);
  const base = service === 'experts' ? '/expert' : '/desk';
  const pages = service === 'experts' ? (['capacity'] as const) : (['scope', 'capacity', 'people'] as const);
  return (
    <ProviderContext value={service}>
      <SubNavigation
        label={t('jobs.title')}
        links={[
          { to: base, title: t('nav.jobs') },
          ...pages.map((page) => ({ to: `${base}/${page}`, title: t(`nav.${page}`) })),
        ]}
      />
      <Routes>
        <Route index element={<Jobs />} />
        <Route path="jobs/:id" element={<JobPage />} />
        <Route path="scope" element={<Scope />} />
        <Route path="scope/:id" element={<ScopeAnnex />} />
        <Route path="capacity" element={<Capacity />} />
        <Route path="people" element={<People />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </ProviderContext>
  );
}
