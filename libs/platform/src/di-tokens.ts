/** DI tokens. A service's own config class extends ServiceConfig; whoever needs only that asks for this token. */
export const SERVICE_CONFIG = Symbol.for('qi.service-config');
export const SERVICE_NAME = Symbol.for('qi.service-name');
/** Set by `messaging` when it is there: `{ isHealthy(): { broker, consumer, relay } }`. */
export const MESSAGING_HEALTH = Symbol.for('qi.messaging-health');
/** The DI token by which `messaging` asks for the ids of the request at hand: `() => { traceparent, correlationId } | undefined`. */
export const MESSAGE_CONTEXT = Symbol.for('qi.message-context');
