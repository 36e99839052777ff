import { serviceNames, type ServiceName } from '../service-name';
import { accessLog, calendar, messages } from './brought';
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

const parts: Readonly<Record<ServiceName, readonly Permissions[]>> = {
  'service-requests': [calendar, messages, accessLog, serviceRequests],
  institutions: [calendar, messages, accessLog, provider, institutions],
  metrology: [calendar, messages, accessLog, provider, metrology],
  experts: [calendar, messages, accessLog, provider, experts],
  monitoring: [calendar, messages, monitoring],
  standards: [messages, standards],
  gateway: [messages, gateway],
  identity: [],
};

/** Every operation of the platform with who may call it: role × operation × scope. */
export const permissions = Object.fromEntries(
  serviceNames.map((service) => [service, Object.assign({}, ...parts[service]) as Permissions]),
) as Readonly<Record<ServiceName, Permissions>>;

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
