import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { currentContext } from '../http/request-context';
import { HttpProblem } from '../problems/http-problem';
import { PUBLIC, ROLES, setActor } from './access';
import type { Role } from './actor';
import { Tokens } from './tokens';
import { unauthenticated } from './unauthenticated';

/** Lets a request in when its token is sound and names a role that the endpoint takes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    // What stands at the method wins over what stands at the class, whichever of the two it is.
    const [own, inherited] = targets.map((target) => ({
      open: this.reflector.get<boolean | undefined>(PUBLIC, target),
      roles: this.reflector.get<readonly Role[] | undefined>(ROLES, target),
    }));
    const rule = own?.open || own?.roles ? own : inherited;
    const request = context.switchToHttp().getRequest<Request>();
    const token = bearerOf(request);
    if (rule?.open && token === undefined) return true;
    if (token === undefined) throw unauthenticated('missing-token', 'Bearer realm="qi"');
    const actor = await this.tokens.verify(token);
    setActor(request, actor);
    const known = currentContext();
    if (known) known.actor = actor.sub;
    if (rule?.open || mayEnter(actor.roles, rule?.roles)) return true;
    throw new HttpProblem('access/role-missing', 403, {
      zh: `此操作需要以下角色之一：${rule?.roles?.join('、') ?? ''}`,
      en: `this takes one of the roles ${rule?.roles?.join(', ') ?? ''}`,
    });
  }
}

function mayEnter(held: readonly Role[], wanted: readonly Role[] | undefined): boolean {
  if (wanted === undefined) return false;
  return wanted.length === 0 || wanted.some((role) => held.includes(role));
}

function bearerOf(request: Request): string | undefined {
  const header = request.get('authorization');
  if (header === undefined) return undefined;
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated('malformed-token', 'Bearer realm="qi", error="invalid_request"');
  return token;
}
