import { Injectable } from '@nestjs/common';
import { CandidateFinder, type AdviceFacts, type Candidate, type TaskOpened } from '@qi/provider';
import type { EntityManager } from 'typeorm';

/** Finds everyone worth judging by SQL; the gates say who may not, and why. */
@Injectable()
export class Candidates extends CandidateFinder<AdviceFacts> {
  async find(_task: TaskOpened, _tx: EntityManager): Promise<Candidate<AdviceFacts>[]> {
    return Promise.resolve([]);
  }
}
