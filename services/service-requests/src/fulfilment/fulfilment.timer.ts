import { Injectable } from '@nestjs/common';
import { OnTimer } from '@qi/platform';
import { CLOSE_UNRATED, Fulfilment } from './fulfilment.service';

@Injectable()
export class FulfilmentTimer {
  constructor(private readonly fulfilment: Fulfilment) {}

  @OnTimer(CLOSE_UNRATED)
  closeUnrated({ requestId }: { requestId: string }): Promise<void> {
    return this.fulfilment.closeUnrated(requestId);
  }
}
