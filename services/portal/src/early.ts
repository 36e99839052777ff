import { askFirst } from './api/first-answers';
import { casePaths } from './case/case-paths';

/**
 * Evaluated before everything else: what the address asks for, and the session, are on their way while the rest is still
 * being compiled. One chunk an area: a visitor of the home page never loads the work list of the window.
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

const signedIn = askFirst('/session')
  .then(async (answer) => ((await answer?.clone().json()) as { signedIn?: boolean } | undefined)?.signedIn === true)
  .catch(() => false);

/** What people open by its address: from a notice, a bookmark, a colleague's link. */
const early: readonly [RegExp, (id?: string) => Promise<unknown>][] = [
  [/^\/(?:firm|window|desk|expert|admin|audit)(?:\/|$)/, () => import('./theme/components')],
  [/^\/firm\/requests\/new$/, () => import('./firm/new-request')],
  [/^\/firm\/requests\/[\da-f-]{36}$/, () => import('./firm/request-page')],
  [
    /^\/(?:firm|window)\/requests\/([\da-f-]{36})$/,
    async (id = '') => casePaths(id).map((path) => askFirst(path, signedIn)),
  ],
  [/^\/firm\/requests\/[\da-f-]{36}\/edit$/, () => import('./firm/edit-request')],
];

const asked = location.pathname.split('/')[1] ?? '';
// Whoever shows it asks again and tells of a failure.
void (areas[asked as keyof typeof areas] ?? areas.public)().catch(() => undefined);
for (const [address, ask] of early) {
  const found = address.exec(location.pathname);
  if (found) void ask(found[1]).catch(() => undefined);
}
