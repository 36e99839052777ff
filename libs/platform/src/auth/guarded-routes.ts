import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { AccessRules } from './access-rules';

/** Nest's own metadata key of a route handler. */
const HTTP_METHOD = 'method';

type Controller = abstract new (...args: never[]) => object;

/** Refuses to start when nobody has said who may use an endpoint, or two places say different things. */
@Injectable()
export class GuardedRoutes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly rules: AccessRules,
  ) {}

  onModuleInit(): void {
    const faults = this.discovery.getControllers().flatMap(({ metatype }) => this.faultsOf(metatype));
    if (faults.length > 0) throw new Error(`who may call what is not clear:\n  ${faults.join('\n  ')}`);
  }

  private faultsOf(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler || !Reflect.hasMetadata(HTTP_METHOD, handler)) return [];
      return this.rules.faultOf(controller as unknown as Controller, handler) ?? [];
    });
  }
}
