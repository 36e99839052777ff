import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Session } from './session';

const SESSION = Symbol('qi:session');
type WithSession = IncomingMessage & { [SESSION]?: Session | undefined };

/** The front looks the session up once; a symbol cannot come from the network. */
export function setSession(request: IncomingMessage, session: Session | undefined): void {
  (request as WithSession)[SESSION] = session;
}

/** The session of the request's cookie, undefined where nobody is signed in. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithSession>()[SESSION],
);
