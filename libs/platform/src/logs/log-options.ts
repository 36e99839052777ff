import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { ServiceConfig } from '../config/service-config';
import { currentContext } from '../http/request-context';

const QUIET = /^\/(health|metrics|docs|openapi\.json)/;

/**
 * One JSON line per event and per answered request, with request and correlation id and the actor's `sub`. Bodies and
 * headers stay out: they hold tokens and personal data.
 */
export function logOptions(service: string, config: ServiceConfig): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      base: { service },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: contextFields,
      genReqId: () => currentContext()?.requestId ?? '',
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      autoLogging: { ignore: (request: IncomingMessage) => QUIET.test(request.url ?? '') },
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
        error || response.statusCode >= 500 ? 'error' : 'info',
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
    },
  };
}

function contextFields(): object {
  const context = currentContext();
  if (!context) return {};
  const { correlationId, actor } = context;
  return { correlationId, ...(actor ? { actor } : {}) };
}
