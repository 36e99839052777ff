export interface MessagingState {
  /** A broker answered within the last seconds. */
  readonly broker: boolean;
  /** The member is in its group and heard from; true where nothing is consumed. */
  readonly consumer: boolean;
  /** Shipping, or standing by for the replica that does. */
  readonly relay: boolean;
}

/** For the readiness check. */
export class MessagingHealth {
  constructor(private readonly state: () => MessagingState) {}

  isHealthy(): MessagingState {
    return this.state();
  }
}
