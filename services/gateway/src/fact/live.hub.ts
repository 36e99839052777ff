import { Injectable, Logger } from '@nestjs/common';
import { concerns, type View } from './fact';
import { FactQueries, type KeptFact } from './fact.queries';

const LOOK_EVERY_MS = 250;
const AT_ONCE = 500;

export interface Listener {
  readonly view: View;
  hear(fact: KeptFact): void;
}

/** Reads new facts while somebody listens, once for all listeners of this process, whichever process wrote them. */
@Injectable()
export class LiveHub {
  private readonly logger = new Logger('Live');
  private readonly listeners = new Set<Listener>();
  private seq: string | undefined;
  private running = false;

  constructor(private readonly queries: FactQueries) {}

  get size(): number {
    return this.listeners.size;
  }

  /**
   * Tells the listener what concerns it: first what came after `since`, when it was here before, then what comes. Gives
   * the way to stop.
   */
  async listen(listener: Listener, since: string | undefined): Promise<() => void> {
    let told = since ?? (await this.queries.last());
    const once = {
      view: listener.view,
      hear: (fact: KeptFact) => {
        if (BigInt(fact.seq) <= BigInt(told)) return;
        told = fact.seq;
        listener.hear(fact);
      },
    };
    for (const fact of since === undefined ? [] : await this.queries.after(since, AT_ONCE))
      if (concerns(fact, listener.view)) once.hear(fact);
    this.seq ??= told;
    this.listeners.add(once);
    if (!this.running) void this.run();
    return () => this.listeners.delete(once);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.listeners.size > 0) {
      await this.look().catch((error: unknown) => this.logger.error(error));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    this.running = false;
    this.seq = undefined;
  }

  private async look(): Promise<void> {
    const facts = await this.queries.after(this.seq ?? '0', AT_ONCE);
    this.seq = facts.at(-1)?.seq ?? this.seq;
    for (const fact of facts)
      for (const listener of this.listeners) if (concerns(fact, listener.view)) listener.hear(fact);
  }
}
