import { DomainError } from '@qi/kernel';
import type { Decision } from '@qi/kernel';

export interface Outcome<S, E> {
  /** The decision's changes contain these, and its events are exactly those. */
  then(next: Partial<S>, events?: readonly unknown[]): Decision<S, E>;
  /** The rule refuses with this code, and with details that contain these. */
  thenRefuses(code: string, details?: Record<string, unknown>): DomainError;
}

/** `given(request).when((state) => submit(state, by, now)).then({ status: 'submitted' }, [RequestSubmittedV1.of(…)])` */
export function given<S>(state: S): { when<N, E>(decide: (state: S) => Decision<N, E>): Outcome<N, E> } {
  return {
    when: (decide) => {
      const before = structuredClone(state);
      const result = attempt(() => decide(state));
      // A rule answers what changes; it changes nothing itself.
      expect(state).toEqual(before);
      return outcomeOf(result);
    },
  };
}

type Attempt<T> = { readonly decision: T } | { readonly error: unknown };

function attempt<T>(decide: () => T): Attempt<T> {
  try {
    return { decision: decide() };
  } catch (error) {
    return { error };
  }
}

function outcomeOf<S, E>(result: Attempt<Decision<S, E>>): Outcome<S, E> {
  return {
    then: (next, events) => {
      if ('error' in result) throw result.error;
      expect(result.decision.next).toMatchObject(next as object);
      if (events) expect(result.decision.events).toEqual(events);
      return result.decision;
    },
    thenRefuses: (code, details = {}) => {
      if (!('error' in result))
        throw new Error(`expected ${code}, but the rule decided: ${JSON.stringify(result.decision)}`);
      if (!(result.error instanceof DomainError)) throw result.error;
      expect(result.error.code).toBe(code);
      expect(result.error.details).toMatchObject(details);
      return result.error;
    },
  };
}
