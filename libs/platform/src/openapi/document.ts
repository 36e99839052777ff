import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeDtos } from './describe-dtos';
import { describeProblems } from './problem-responses';

/** The service's OpenAPI document, the same for the same code: paths and schemas are sorted. */
export function openApiOf(app: INestApplication, service: string): OpenAPIObject {
  describeDtos();
  const config = new DocumentBuilder()
    .setTitle(service)
    .setDescription(`HTTP interface of the service ${service}. Errors are problem documents (RFC 9457).`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  describeProblems(document);
  document.paths = sorted(document.paths);
  if (document.components?.schemas) document.components.schemas = sorted(document.components.schemas);
  return document;
}

function sorted<T>(members: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `/docs` and `/openapi.json`, made when first asked for. */
export function serveOpenApi(app: INestApplication, service: string): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= openApiOf(app, service)), { jsonDocumentUrl: 'openapi.json' });
}
