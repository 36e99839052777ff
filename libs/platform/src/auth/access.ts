import type { IncomingMessage } from 'node:http';
import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Role } from '@qi/contracts';
import type { Actor } from './actor';

/** Well-known keys: libraries that may not import this package set them by name. */
export const ROLES = 'qi:roles';
export const PUBLIC = 'qi:public';

type AccessDecorator = MethodDecorator & ClassDecorator;

/** Answers without a token: health, metrics, public look-ups. */
export function Public(): AccessDecorator {
  return SetMetadata(PUBLIC, true);
}

/** Answers actors who have one of the roles; without arguments, every actor with a valid token. */
export function Roles(...allowed: readonly Role[]): AccessDecorator {
  return applyDecorators(SetMetadata(ROLES, allowed), ApiBearerAuth(), ApiExtension('x-roles', allowed));
}

const ACTOR = Symbol('qi:actor');
type WithActor = IncomingMessage & { [ACTOR]?: Actor };

/** For what stands before the guard and knows who calls; the network cannot set a symbol. */
export function setActor(request: IncomingMessage, actor: Actor): void {
  (request as WithActor)[ACTOR] = actor;
}

export function findActor(request: IncomingMessage): Actor | undefined {
  return (request as WithActor)[ACTOR];
}

/** The actor of a guarded endpoint; on a public one, undefined unless a valid token came along. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  findActor(context.switchToHttp().getRequest<Request>()),
);
