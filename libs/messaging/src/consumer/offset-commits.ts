/** A crash hands out again what was dealt with in this time; the inbox drops it. */
const COMMIT_EVERY_MS = 500;

/** Commits offsets now and then instead of after every batch: a commit is a write at the broker, whatever it covers. */
export class OffsetCommits {
  private commit: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** There is something to commit; of several calls the last one's `commit` covers all. */
  note(commit: () => Promise<void>): void {
    this.commit = commit;
    this.timer ??= setTimeout(() => {
      // When it fails, the next one covers it; a group that wants something else tells so by heartbeat.
      this.now().catch(() => undefined);
    }, COMMIT_EVERY_MS);
  }

  /** Commits what was noted. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { commit } = this;
    this.commit = undefined;
    await commit?.();
  }
}
