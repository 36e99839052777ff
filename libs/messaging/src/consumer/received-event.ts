import type { EventContract } from '@qi/contracts';

/** `DataOf<typeof TaskOpenedV1>` is the data of that contract; any other type stands for itself. */
export type DataOf<T> = T extends { readonly schema: unknown; readonly of: (data: infer D) => unknown } ? D : T;

/** A fact that arrived. `T` is a contract (`ReceivedEvent<typeof TaskOpenedV1>`) or the type of its data. */
export interface ReceivedEvent<T = unknown> {
  readonly id: string;
  readonly type: string;
  /** Who sent it: `/qi/institutions`. */
  readonly source: string;
  readonly subject: string;
  readonly time: Date;
  readonly data: DataOf<T>;
  readonly key: string;
  readonly topic: string;
  readonly traceparent?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** What registration needs of a contract, in a form that every contract fits. */
export type AnyContract = Pick<EventContract, 'type' | 'aggregate' | 'producers'> & {
  readonly schema: unknown;
  readonly of: unknown;
};
