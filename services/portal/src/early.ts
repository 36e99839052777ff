import './session/ask-session';

/**
 * Evaluated before everything else: the area that the address asks for, and the session, are on their way while the rest
 * is still being compiled. One chunk an area: a visitor of the home page never loads the work list of the window.
 */
export const areas = {
  public: () => import('./public/routes'),
  firm: () => import('./firm/routes'),
  window: () => import('./window/routes'),
  desk: () => import('./desk/routes'),
  expert: () => import('./desk/routes'),
  admin: () => import('./admin/routes'),
  verify: () => import('./verify/verify'),
  map: () => import('./map/map-page'),
  invite: () => import('./people/invited'),
  audit: () => import('./audit/routes'),
};

const asked = location.pathname.split('/')[1] ?? '';
// Whoever shows the area asks again and tells of a failure.
void (areas[asked as keyof typeof areas] ?? areas.public)().catch(() => undefined);
