import { Inject, Injectable } from '@nestjs/common';
import { asksInTurn, isCitations, type Citation } from '@qi/contracts';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';

/** Services whose rows cite standards. */
export const citationOwners = asksInTurn.standards;
export type CitationOwner = (typeof citationOwners)[number];

export interface OwnerAnswer {
  readonly service: CitationOwner;
  /** Absent when it did not answer in time, or not in a form that can be read. */
  readonly citations?: readonly Citation[];
}

const PATIENCE_MS = 3_000;

/** Asks the owners who cites a standard, in the name of whoever asks: each shows what that person may see there. */
@Injectable()
export class CitationOwners {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: Config) {}

  ask(standard: string, authorization: string): Promise<OwnerAnswer[]> {
    return Promise.all(citationOwners.map((service) => this.askOne(service, standard, authorization)));
  }

  private async askOne(service: CitationOwner, standard: string, authorization: string): Promise<OwnerAnswer> {
    const address = this.config.services[service];
    if (address === undefined) return { service };
    const url = `${address}/api/${service}/v1/citations?${new URLSearchParams({ standard })}`;
    try {
      const answer = await fetch(url, { headers: { authorization }, signal: AbortSignal.timeout(PATIENCE_MS) });
      const body = (await answer.json()) as unknown;
      return answer.ok && isCitations(body) ? { service, citations: body.citations } : { service };
    } catch {
      return { service };
    }
  }
}
