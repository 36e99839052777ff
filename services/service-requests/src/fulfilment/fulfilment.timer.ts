import { Injectable } from '@nestjs/common';
import { OnTimer } from '@qi/platform';
import { CaseDesk } from './case-desk.service';
import { closeCase } from './fulfilment';
import { CLOSE_UNRATED, RatingWindows } from './rating-window.service';

@Injectable()
export class FulfilmentTimer {
  constructor(
    private readonly desk: CaseDesk,
    private readonly windows: RatingWindows,
  ) {}

  /** Looks again: the request or the calendar may have changed since the timer was set. */
  @OnTimer(CLOSE_UNRATED)
  async closeUnrated({ requestId }: { requestId: string }): Promise<void> {
    await this.desk.bySystem(requestId, async (file, act, tx) => {
      if (file.request.status !== 'completed') return;
      if (await this.windows.hasPassed(tx, requestId, act.at)) closeCase(file, act, true);
    });
  }
}
