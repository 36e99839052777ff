/** What a pure rule answers: the fields that change and the facts to tell others, in order. */
export interface Decision<S, E> {
  readonly next: Partial<S>;
  readonly events: readonly E[];
}
