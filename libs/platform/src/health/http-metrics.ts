import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const NAME = 'qi_http_request_seconds';

/** Measures every request by method, route pattern and status. Ids in the path would make a series of each. */
export function httpMetrics(): (request: Request, response: Response, next: NextFunction) => void {
  const seconds = histogram();
  return (request, response, next) => {
    const stop = seconds.startTimer();
    response.once('finish', () => {
      const { route } = request as { route?: { path?: unknown } };
      const path = typeof route?.path === 'string' ? route.path : 'unknown';
      stop({ method: request.method, route: path, status: response.statusCode });
    });
    next();
  };
}

/** The registry belongs to the process; several services in one (tests) share its metrics. */
function histogram(): Histogram<'method' | 'route' | 'status'> {
  const known = register.getSingleMetric(NAME);
  if (known instanceof Histogram) return known as Histogram<'method' | 'route' | 'status'>;
  collectDefaultMetrics({ register });
  return new Histogram({
    name: NAME,
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
}
