import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import {
  claimAtHand,
  currentContext,
  Transactions,
  withContext,
  type Actor,
  type IdempotencyClaim,
  type RequestContext,
} from '@qi/platform';
import { Submission, type Submit, type Submitted } from './submission.service';

interface Waiting extends Submit {
  readonly claims: readonly IdempotencyClaim[];
  readonly context: RequestContext | undefined;
  readonly resolve: (answer: Submitted | Error) => void;
  readonly reject: (error: unknown) => void;
}

/** At most so many submissions share a transaction. */
const MOST = 100;
/** So many transactions of submissions run at once: more would only share out the same commits. */
const AT_ONCE = 2;
/** The second one starts when the first has lasted this long: until then it pays to gather. */
const GATHER_MS = 50;

/**
 * Gathers submissions that arrive while others are being written and writes them together: under load a transaction, its
 * statements and its commit serve many of them; a lone one does not wait. Each caller gets an answer only after the commit.
 */
@Injectable()
export class Submissions {
  private readonly waiting: Waiting[] = [];
  private running = 0;
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly submission: Submission,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async submit(id: string, actor: Actor): Promise<Submitted> {
    const claims = claimAtHand();
    const context = currentContext();
    const answer = await new Promise<Submitted | Error>((resolve, reject) => {
      this.waiting.push({ id, actor, claims, context, resolve, reject });
      this.next();
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }

  private next(): void {
    if (this.running >= AT_ONCE || this.waiting.length === 0) return;
    if (this.running === 0) return this.start();
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      if (this.running < AT_ONCE && this.waiting.length > 0) this.start();
    }, GATHER_MS);
  }

  private start(): void {
    const batch = this.waiting.splice(0, MOST);
    this.running += 1;
    void this.write(batch).finally(() => {
      this.running -= 1;
      this.next();
    });
  }

  /** A batch that fails as a whole is written one by one: only the one at fault is told so. */
  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await withContext(contextOf(batch), () => this.attempt(batch));
      batch.forEach(({ resolve }, n) => resolve(answers[n] ?? new Error('a submission got no answer')));
    } catch (error) {
      const [first, ...others] = batch;
      if (others.length === 0) first?.reject(error);
      else for (const one of batch) await this.write([one]);
    }
  }

  /**
   * A claim is settled when its command takes effect, so a refused command must leave its claim alone: with one in the
   * batch, the batch is tried again without it.
   */
  private attempt(batch: readonly Waiting[]): Promise<(Submitted | Error)[]> {
    const claims = batch.flatMap((each) => each.claims);
    return this.transactions.run(async (tx) => {
      const answers = await this.submission.submitAll(tx, batch, this.clock.now());
      if (claims.length > 0 && answers.some((answer) => answer instanceof Error)) {
        if (answers.length === 1) throw answers[0] as Error;
        throw new Error('a batch with idempotency keys holds a refused command');
      }
      return answers;
    }, claims);
  }
}

/** What a batch writes carries on a request's trace only when it is that request's alone. */
function contextOf(batch: readonly Waiting[]): Partial<RequestContext> {
  const [first, ...others] = batch;
  return (others.length === 0 && first?.context) || {};
}
