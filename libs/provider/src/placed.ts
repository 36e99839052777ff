import { Controller } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';

/**
 * The controller under a service's own path. A path belongs to a class, and several services share this library: each
 * gets a subclass of the same name, which inherits the routes, their rules and their place in the OpenAPI document.
 */
export function placed(controller: Type, prefix: string): Type {
  const path = String(Reflect.getMetadata(PATH_METADATA, controller)).replace(/^\/$/, '');
  const Placed = { [controller.name]: class extends controller {} }[controller.name] as Type;
  Controller([prefix, path].filter(Boolean).join('/'))(Placed);
  return Placed;
}
