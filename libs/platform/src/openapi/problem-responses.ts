import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const PROBLEM: Schemas[string] = {
  type: 'object',
  description: 'RFC 9457. `type` is `urn:qi:problem:<aggregate>/<reason>`; further members hold the details.',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  additionalProperties: true,
  properties: {
    type: { type: 'string', example: 'urn:qi:problem:request/invalid' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'in the language of Accept-Language, Chinese by default' },
    instance: { type: 'string', example: 'urn:qi:request:01a203e5-a3e2-753d-9027-0bb8d043edbd' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
  },
};

const FAULT: Schemas[string] = {
  type: 'object',
  required: ['pointer', 'message'],
  properties: {
    pointer: { type: 'string', description: 'JSON pointer, RFC 6901', example: '/items/0/code' },
    message: { type: 'string' },
    in: { type: 'string', enum: ['query', 'path', 'header'], description: 'absent: the body' },
  },
};

/** Adds the answers that every endpoint can give, and the headers that it takes. */
export function describeProblems(document: OpenAPIObject): void {
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: PROBLEM, Fault: FAULT };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) describeOperation(operation, method);
    }
  }
}

function describeOperation(operation: Operation, method: string): void {
  const secured = (operation.security ?? []).length > 0;
  // Swagger takes every header that a handler reads for one that has to be sent.
  const parameters = (operation.parameters ?? []).filter((one) => !('in' in one && one.name === acceptLanguage.name));
  const add = (status: number | 'default', description: string): void => {
    operation.responses[status] ??= {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  };
  if (operation.requestBody || parameters.length > 0) add(400, 'Not valid; every fault is named');
  if (secured) add(401, 'No valid token');
  if (secured) add(403, 'The role is missing');
  if (parameters.some((parameter) => 'in' in parameter && parameter.in === 'path'))
    add(404, 'Not there, or not yours to see');
  add('default', 'A problem');
  operation.parameters = [...parameters, acceptLanguage, ...(method === 'post' ? [idempotencyKey] : [])];
}

const acceptLanguage = {
  name: 'accept-language',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', example: 'en' },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', maxLength: 200 },
};
