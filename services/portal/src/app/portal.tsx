import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { areas } from '../early';
import { Loading } from '../ui/states';
import { Frame } from './frame';
import { NeedsArea } from './needs-area';
import { NotFound } from './not-found';

const PublicArea = lazy(areas.public);
const FirmArea = lazy(areas.firm);
const WindowArea = lazy(areas.window);
const DeskArea = lazy(areas.desk);
const AdminArea = lazy(areas.admin);
const Verify = lazy(areas.verify);
const MapPage = lazy(areas.map);
const Invited = lazy(areas.invite);
const AuditArea = lazy(areas.audit);

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
