import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { currentContext } from '../http/request-context';
import { HttpProblem } from '../problems/http-problem';
import { findActor, setActor } from './access';
import { AccessRules, operationOf } from './access-rules';
import type { Actor } from './actor';
import { Tokens } from './tokens';
import { unauthenticated } from './unauthenticated';

/** Lets a request in when its token is sound and names a role that the endpoint takes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly rules: AccessRules,
    private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.rules.ruleOf(context.getClass(), context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    const actor = findActor(request) ?? (await this.actorOfToken(request));
    if (!actor) {
      if (rule.open) return true;
      throw unauthenticated('missing-token', 'Bearer realm="qi"');
    }
    setActor(request, actor);
    const known = currentContext();
    if (known)
      Object.assign(known, { actor: actor.sub, operation: operationOf(context.getClass(), context.getHandler()) });
    if (rule.open || rule.roles.some((role) => actor.roles.includes(role))) return true;
    const wanted = rule.roles;
    throw new HttpProblem('access/role-missing', 403, {
      zh: `此操作需要以下角色之一：${wanted.join('、')}`,
      en: `this takes one of the roles ${wanted.join(', ')}`,
    });
  }

  private async actorOfToken(request: Request): Promise<Actor | undefined> {
    const token = bearerOf(request);
    return token === undefined ? undefined : this.tokens.verify(token);
  }
}

function bearerOf(request: Request): string | undefined {
  const header = request.get('authorization');
  if (header === undefined) return undefined;
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated('malformed-token', 'Bearer realm="qi", error="invalid_request"');
  return token;
}
