import { providerServices } from '../element';
import { serviceNames, type ServiceName } from '../service-name';
import { everyService } from './every-service';
import { experts } from './experts';
import { gateway } from './gateway';
import { institutions } from './institutions';
import { metrology } from './metrology';
import { monitoring } from './monitoring';
import type { Permission, Permissions } from './permission';
import { provider } from './provider';
import type { Role } from './role';
import { serviceRequests } from './service-requests';
import { standards } from './standards';

const own: Readonly<Record<ServiceName, Permissions>> = {
  'service-requests': serviceRequests,
  ...{ institutions, metrology, experts, monitoring, standards, gateway },
  identity: {},
};

const providers: readonly string[] = providerServices;

/** Every operation of the platform with who may call it: role × operation × scope. */
export const permissions: Readonly<Record<ServiceName, Permissions>> = Object.fromEntries(
  serviceNames.map((service) => [
    service,
    { ...everyService, ...(providers.includes(service) ? provider : {}), ...own[service] },
  ]),
) as Record<ServiceName, Permissions>;

/** Who may call an operation, `<service>.<operationId>`; undefined for one that the table does not know. */
export function permissionOf(operation: string): Permission | undefined {
  const [service = '', id = ''] = operation.split('.');
  return (permissions as Readonly<Record<string, Permissions>>)[service]?.[id];
}

/** Whether somebody with these roles may call the operation at all; what it then reaches is the service's to judge. */
export function may(roles: readonly Role[], operation: string): boolean {
  const permission = permissionOf(operation);
  return permission !== undefined && (permission.open === true || roles.some((role) => permission.roles[role]));
}
