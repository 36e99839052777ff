import { HttpProblem } from '@qi/platform';
import type { Session } from './session';

/** The session where there has to be one: a token of the development keys signs nobody in. */
export function signedIn(session: Session | undefined): Session {
  if (!session) throw new HttpProblem('session/missing', 401, { zh: '请先登录', en: 'sign in first' });
  return session;
}
