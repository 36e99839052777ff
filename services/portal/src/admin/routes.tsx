import '../theme/staff.css';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { DeadLetters } from './dead-letters';
import { Institutions } from './institutions';
import { Stuck } from './stuck';
import { adminTexts } from './texts';
import { Throughput } from './throughput';
import { TimeLimits } from './time-limits';

addTexts('admin', adminTexts);

const pages = ['stuck', 'time-limits', 'institutions', 'dead-letters'] as const;

export default function AdminArea() {
  return (
    <Routes>
      <Route element={<Sections />}>
        <Route index element={<Throughput />} />
        <Route path="stuck" element={<Stuck />} />
        <Route path="time-limits" element={<TimeLimits />} />
        <Route path="institutions" element={<Institutions />} />
        <Route path="dead-letters" element={<DeadLetters />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

function Sections() {
  const { t } = useTranslation('admin');
  return (
    <div className="stack">
      <nav className="sub-navigation" aria-label={t('sections.label')}>
        <NavLink to="/admin" end>
          {t('sections.throughput')}
        </NavLink>
        {pages.map((page) => (
          <NavLink key={page} to={`/admin/${page}`}>
            {t(`sections.${page}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
