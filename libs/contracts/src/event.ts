import type { Static, TSchema } from '@sinclair/typebox';
import type { ServiceName } from './service-name';

/** A fact with values, before it is written to an outbox. `data` obeys the contract's schema. */
export interface DomainEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
}

/**
 * What two services agree on: one event type, its version in the name (`job.offered.v1`), the schema of its data, who
 * may send it and how it is keyed. A new required field or another meaning is a new version, never a change to this one.
 */
export interface EventContract<T extends string = string, S extends TSchema = TSchema> {
  readonly type: T;
  readonly aggregate: string;
  readonly producers: readonly ServiceName[];
  /** The topic forgets nothing, so that whoever comes later learns all there is to know. Facts that may be heard twice. */
  readonly kept?: true;
  readonly schema: S;
  /** CloudEvents `subject`: the id of the aggregate the fact is about. */
  readonly subject: (data: Static<S>) => string;
  /** Kafka key: facts of one key are read in the order they were written. */
  readonly key: (data: Static<S>) => string;
  readonly of: (data: Static<S>) => DomainEvent<T, Static<S>>;
}

export type EventData<C> = C extends EventContract<string, infer S> ? Static<S> : never;

interface EventSpec<T extends string, S extends TSchema> {
  readonly type: T;
  readonly producers: readonly ServiceName[];
  readonly kept?: true;
  readonly schema: S;
  readonly subject: (data: Static<S>) => string;
  readonly key?: (data: Static<S>) => string;
}

const typePattern = /^([a-z]+(?:-[a-z]+)*)\.[a-z]+(?:-[a-z]+)*\.v[1-9]\d*$/;

export function defineEvent<const T extends string, S extends TSchema>(spec: EventSpec<T, S>): EventContract<T, S> {
  const aggregate = typePattern.exec(spec.type)?.[1];
  if (!aggregate) throw new Error(`event type ${spec.type} is not <aggregate>.<past-verb>.v<n>`);
  return { ...spec, aggregate, key: spec.key ?? spec.subject, of: (data) => ({ type: spec.type, data }) };
}

/** `qi.<service>.<aggregate>`: one topic per owner and aggregate. */
export function topicOf(service: ServiceName, aggregate: string): string {
  return `qi.${service}.${aggregate}`;
}

/** Every topic a contract may arrive on: one per service that sends it. */
export function topicsOf(contract: Pick<EventContract, 'producers' | 'aggregate'>): string[] {
  return contract.producers.map((service) => topicOf(service, contract.aggregate));
}
