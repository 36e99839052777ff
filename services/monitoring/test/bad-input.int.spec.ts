import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor, badInput, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';
import { migrations } from '../src/data-source';

const monitoring = { service: 'monitoring', config: Config, module: (config: Config) => AppModule.for(config) };
const api = '/api/monitoring/v1';
const everything: Actor = { ...actor('auditor'), roles: ['administrator', 'auditor', 'operator'], areas: ['100000'] };

interface Problem {
  errors?: { pointer: string; in?: string }[];
}

describe('bad input', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(monitoring, { migrations, kafka: false });
  });
  afterAll(() => service.close());

  it('is refused at every endpoint, and never the service’s fault', async () => {
    expect(await badInput(service, everything)).toEqual([]);
  }, 120_000);

  it.each([
    ['dead-letters?status=lost', '/status'],
    ['dead-letters?limit=0', '/limit'],
    ['dead-letters?limit=many', '/limit'],
    ['dead-letters?after=x', '/after'],
    ['dead-letters?colour=red', '/colour'],
    ['events?from=2026-W01', '/from'],
    ['events?from=2026-02-30T00:00:00Z', '/from'],
    ['events?after=WyJub3ciLCJ4Il0', '/after'],
  ])('%s is a 400 that names the parameter', async (query, pointer) => {
    const { status, body } = await service.http.get<Problem>(`${api}/${query}`, { as: everything });
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer, in: 'query' }] });
  });

  it.each<[string, unknown]>([
    ['no reason', {}],
    ['a reason that is no text', { reason: 1 }],
    ['a reason that nobody would read', { reason: 'x'.repeat(2001) }],
  ])('a dead letter is not dropped for %s', async (_, sent) => {
    const { status, body } = await service.http.post<Problem>(`${api}/dead-letters/${newId()}/drop`, sent, {
      as: everything,
    });
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
  });

  it('dead letters are in the OpenAPI document with roles, parameters and answers', async () => {
    const { body } = await service.http.get<{ paths: Record<string, Record<string, object>> }>('/openapi.json');
    const list = body.paths[`${api}/dead-letters`]?.['get'];
    expect(list).toMatchObject({
      security: [{ bearer: [] }],
      'x-roles': ['administrator', 'operator'],
      responses: {
        200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/DeadLetterPage' } } } },
      },
    });
    const parameters = (list as { parameters: { name: string; required: boolean; schema: object }[] }).parameters;
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'status', required: false }));
  });
});
