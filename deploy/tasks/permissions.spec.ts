import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions, serviceNames } from '@qi/contracts';
import type { ServiceName } from '@qi/contracts';
import type { OpenApi } from './permissions-page.mts';

const services = join(__dirname, '..', '..', 'services');

function operationsOf(service: ServiceName): string[] {
  const { paths } = JSON.parse(readFileSync(join(services, service, 'openapi.json'), 'utf8')) as OpenApi;
  return Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
}

describe('the permission table', () => {
  it.each(serviceNames)('has the operations of %s, all of them and no other', (service) => {
    expect(Object.keys(permissions[service]).sort()).toEqual(operationsOf(service).sort());
  });

  it.each(serviceNames.filter((service) => operationsOf(service).length > 0))(
    'is held against what %s answers by a walk over its operations',
    (service) => {
      expect(existsSync(join(services, service, 'test', 'access.int.spec.ts'))).toBe(true);
    },
  );
});
