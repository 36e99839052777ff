import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissions, roles } from '@qi/contracts';
import type { Permission, Permissions, Role } from '@qi/contracts';
import { SERVICE_NAME } from '../di-tokens';
import { PUBLIC, ROLES } from './access';

export interface AccessRule {
  /** Nobody needs to be signed in. */
  readonly open: boolean;
  readonly roles: readonly Role[];
}

type Class = abstract new (...args: never[]) => object;
type Handler = CallableFunction;

/** Swagger's own key: a controller that is no part of the API (health, pages, the test clock). */
const EXCLUDED = 'swagger/apiExcludeController';

/**
 * Who may call an endpoint: what the permission table says of its operation. The decorators at the endpoint say the same
 * to whoever reads it there; what is no part of the API has nothing but its decorators.
 */
@Injectable()
export class AccessRules {
  private readonly table: Permissions | undefined;

  constructor(
    private readonly reflector: Reflector,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {
    this.table = (permissions as Readonly<Record<string, Permissions>>)[service];
  }

  ruleOf(controller: Class, handler: Handler): AccessRule {
    const listed = this.listed(controller, handler);
    if (listed) return { open: listed.open === true, roles: Object.keys(listed.roles) as Role[] };
    return this.declared(controller, handler) ?? { open: false, roles: [] };
  }

  /** Why the service must not start with this endpoint; undefined when all is well. */
  faultOf(controller: Class, handler: Handler): string | undefined {
    const name = operationOf(controller, handler);
    const [listed, declared] = [this.listed(controller, handler), this.declared(controller, handler)];
    if (!declared) return `${name}: neither @Roles() nor @Public()`;
    if (!this.table || Reflect.hasMetadata(EXCLUDED, controller)) return undefined;
    if (!listed) return `${name}: not in the permission table (libs/contracts/src/permission/${this.service}.ts)`;
    const same = listed.open === true ? declared.open : !declared.open && sameRoles(declared.roles, listed);
    return same ? undefined : `${name}: its decorator and the permission table say different things`;
  }

  private listed(controller: Class, handler: Handler): Permission | undefined {
    return this.table?.[operationOf(controller, handler)];
  }

  /** What stands at the method wins over what stands at the class, whichever of the two it is. */
  private declared(controller: Class, handler: Handler): AccessRule | undefined {
    return this.declaredAt(handler) ?? this.declaredAt(controller);
  }

  private declaredAt(target: Class | Handler): AccessRule | undefined {
    if (this.reflector.get<boolean | undefined>(PUBLIC, target as never)) return { open: true, roles: [] };
    const allowed = this.reflector.get<readonly Role[] | undefined>(ROLES, target as never);
    if (!allowed) return undefined;
    return { open: false, roles: allowed.length === 0 ? roles : allowed };
  }
}

/** As in the OpenAPI document. */
export function operationOf(controller: Class, handler: Handler): string {
  return `${controller.name}_${handler.name}`;
}

function sameRoles(declared: readonly Role[], listed: Permission): boolean {
  const wanted = new Set(declared);
  return wanted.size === Object.keys(listed.roles).length && declared.every((role) => listed.roles[role]);
}
