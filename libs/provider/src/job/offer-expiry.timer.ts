import { Injectable } from '@nestjs/common';
import { OnTimer } from '@qi/platform';
import { OFFER_EXPIRY } from '../offer/offer.service';
import { JobService } from './job.service';

@Injectable()
export class OfferExpiryTimer {
  constructor(private readonly jobs: JobService) {}

  @OnTimer(OFFER_EXPIRY)
  async due(): Promise<void> {
    await this.jobs.expireDue();
  }
}
