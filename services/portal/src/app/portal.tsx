import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../ui/states';
import { Frame } from './frame';
import { NeedsArea } from './needs-area';
import { NotFound } from './not-found';

// One chunk an area: a visitor of the home page never loads the work list of the window.
const PublicArea = lazy(() => import('../public/routes'));
const FirmArea = lazy(() => import('../firm/routes'));
const WindowArea = lazy(() => import('../window/routes'));
const DeskArea = lazy(() => import('../desk/routes'));
const AdminArea = lazy(() => import('../admin/routes'));
const Verify = lazy(() => import('../verify/verify'));
const MapPage = lazy(() => import('../map/map-page'));
const Invited = lazy(() => import('../people/invited'));
const AuditArea = lazy(() => import('../audit/routes'));

/** The whole portal: every area under its path, those that need a role behind a question for it. */
export function Portal() {
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/firm/*" element={<NeedsArea area="firm" page={<FirmArea />} />} />
          <Route path="/window/*" element={<NeedsArea area="window" page={<WindowArea />} />} />
          <Route path="/desk/*" element={<NeedsArea area="desk" page={<DeskArea />} />} />
          <Route path="/expert/*" element={<NeedsArea area="expert" page={<DeskArea />} />} />
          <Route path="/admin/*" element={<NeedsArea area="admin" page={<AdminArea />} />} />
          <Route path="/verify/*" element={<Verify />} />
          <Route path="/map" element={<MapPage />} />
          <Route path="/invite/:secret" element={<Invited />} />
          <Route path="/audit/*" element={<NeedsArea area="audit" page={<AuditArea />} />} />
          <Route path="/*" element={<PublicArea />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
