import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@qi/contracts';
import type { Request } from 'express';
import { currentContext } from '../http/request-context';
import { HttpProblem } from '../problems/http-problem';
import { findActor, PUBLIC, ROLES, setActor } from './access';
import type { Actor } from './actor';
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
    const rule = this.ruleOf(context);
    const request = context.switchToHttp().getRequest<Request>();
    const actor = findActor(request) ?? (await this.actorOfToken(request));
    if (!actor) {
      if (rule.open) return true;
      throw unauthenticated('missing-token', 'Bearer realm="qi"');
    }
    setActor(request, actor);
    const known = currentContext();
    if (known) known.actor = actor.sub;
    if (rule.open || mayEnter(actor.roles, rule.roles)) return true;
    const wanted = rule.roles ?? [];
    throw new HttpProblem('access/role-missing', 403, {
      zh: `此操作需要以下角色之一：${wanted.join('、')}`,
      en: `this takes one of the roles ${wanted.join(', ')}`,
    });
  }

  private async actorOfToken(request: Request): Promise<Actor | undefined> {
    const token = bearerOf(request);
    return token === undefined ? undefined : this.tokens.verify(token);
  }

  /** What stands at the method wins over what stands at the class, whichever of the two it is. */
  private ruleOf(context: ExecutionContext): AccessRule {
    const own = this.ruleAt(context.getHandler());
    return own.open || own.roles ? own : this.ruleAt(context.getClass());
  }

  private ruleAt(target: CallableFunction): AccessRule {
    return {
      open: this.reflector.get<boolean | undefined>(PUBLIC, target as never) ?? false,
      roles: this.reflector.get<readonly Role[] | undefined>(ROLES, target as never),
    };
  }
}

interface AccessRule {
  readonly open: boolean;
  readonly roles: readonly Role[] | undefined;
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
