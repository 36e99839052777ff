import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PUBLIC, ROLES } from './access';

/** Nest's own metadata key of a route handler. */
const HTTP_METHOD = 'method';

/** Refuses to start when an endpoint says neither who may use it nor that everyone may. */
@Injectable()
export class GuardedRoutes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.undeclared(metatype));
    if (open.length > 0) throw new Error(`neither @Roles() nor @Public(): ${open.join(', ')}`);
  }

  private undeclared(controller: unknown): string[] {
    if (typeof controller !== 'function' || this.declares(controller)) return [];
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner
      .getAllMethodNames(prototype)
      .flatMap((name) => {
        const handler = prototype[name];
        return handler && Reflect.hasMetadata(HTTP_METHOD, handler) && !this.declares(handler) ? [name] : [];
      })
      .map((name) => `${controller.name}.${name}`);
  }

  private declares(target: CallableFunction): boolean {
    const [open, allowed] = [PUBLIC, ROLES].map((key) => this.reflector.get<unknown>(key, target as never));
    return open === true || Array.isArray(allowed);
  }
}
