/** docs/permissions.md: the permission table beside the addresses of the OpenAPI documents, for people to read. */
import { permissions, roles, type Permission, type Role, type ServiceName } from '@qi/contracts';

interface Operation {
  readonly operationId: string;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const scopeWords = { own: 'own 本单位', area: 'area 辖区', all: 'all 全部' } as const;

const HEAD = `# Who may do what 权限表

Made from libs/contracts/src/permission by “npm run generate”; guards and portal use the same table.
**own**: data of the actor's organisation. **area**: of the actor's areas (GB/T 2260). **all**: everything there is.
A foreign id answers 404: what lies beyond the scope is not there.
`;

function cell(permission: Permission): string {
  if (permission.open) return 'public 公众';
  const groups = (['own', 'area', 'all'] as const).map((scope) => {
    const held = roles.filter((role: Role) => permission.roles[role] === scope);
    return held.length > 0
      ? `${scopeWords[scope]}: ${held.length === roles.length ? 'everyone signed in 所有登录者' : held.join(', ')}`
      : '';
  });
  return groups.filter(Boolean).join('; ');
}

function section(service: ServiceName, { paths }: OpenApi): string {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => {
      const permission = permissions[service][operationId];
      if (!permission) throw new Error(`${service}.${operationId} is missing from the permission table`);
      return `| ${method.toUpperCase()} ${path.replace(`/api/${service}/v1`, '')} | ${cell(permission)} |`;
    }),
  );
  return [`## ${service}`, '', '| operation | who |', '| --- | --- |', ...rows].join('\n');
}

export function permissionsPage(documents: readonly (readonly [ServiceName, OpenApi])[]): string {
  const filled = documents.filter(([, { paths }]) => Object.keys(paths).length > 0);
  return `${[HEAD, ...filled.map(([service, document]) => section(service, document))].join('\n\n')}\n`;
}
