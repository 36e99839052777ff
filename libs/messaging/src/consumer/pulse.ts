/** Keeps a member in its group while a batch takes long, and remembers when the group wants something else. */
export class Pulse {
  private readonly timer: NodeJS.Timeout;
  private failure: { error: unknown } | undefined;

  constructor(
    private readonly heartbeat: () => Promise<void>,
    intervalMs: number,
  ) {
    this.timer = setInterval(() => void this.beat(), intervalMs);
  }

  async beat(): Promise<void> {
    if (this.failure) return;
    try {
      await this.heartbeat();
    } catch (error) {
      this.failure ??= { error };
    }
  }

  /** False once a heartbeat was refused: the group rebalances or has given the partitions to another member. */
  get ok(): boolean {
    return !this.failure;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Throws what a heartbeat threw: the runner answers it by joining again. */
  check(): void {
    if (this.failure) throw this.failure.error;
  }
}
