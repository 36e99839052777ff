import { Injectable } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import { invalidRequest, together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Enterprise } from '../enterprise/enterprise';
import { Enterprises } from '../enterprise/enterprise.service';
import { Platforms } from '../platform/platform.service';
import { DuplicateHints, type DuplicateHint } from '../outlook/duplicate-hints.service';
import { LineReader } from '../request-line/line-reader.service';
import type { ServiceRequest } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import type { Terms } from './acceptance.service';

/** What the rules of submission must know besides the requests. */
export interface SubmissionFacts {
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  /** Why a platform takes no requests; undefined when it does. */
  readonly platforms: ReadonlyMap<string, DomainError | undefined>;
  readonly terms: Terms;
  /** By request id. */
  readonly hints: ReadonlyMap<string, readonly DuplicateHint[]>;
}

@Injectable()
export class SubmissionFactsReader {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly platforms: Platforms,
    private readonly lines: LineReader,
    private readonly hints: DuplicateHints,
  ) {}

  /** Read once for all requests of a batch. */
  async read(
    tx: EntityManager,
    requests: readonly ServiceRequest[],
    at: Date,
  ): Promise<Omit<SubmissionFacts, 'terms'>> {
    const [enterprises, platforms, hints] = await together(
      this.enterprises.findAll([...new Set(requests.map((each) => each.enterpriseId))], tx),
      this.closedOf(tx, [...new Set(requests.map(({ platformId }) => platformId))]),
      this.hints.of(requests, at, tx),
    );
    return { enterprises: new Map(enterprises.map((each) => [each.id, each])), platforms, hints };
  }

  private async closedOf(
    tx: EntityManager,
    platformIds: readonly string[],
  ): Promise<Map<string, DomainError | undefined>> {
    const closed = new Map<string, DomainError | undefined>();
    for (const id of platformIds)
      closed.set(id, await this.platforms.getOpen(id, tx).then(() => undefined, domainError));
    return closed;
  }

  /** The firm that submits; throws when it, the platform or the lines do not allow it. */
  judge(request: ServiceRequest, { enterprises, platforms, terms }: SubmissionFacts): Enterprise {
    const enterprise = enterprises.get(request.enterpriseId);
    if (!enterprise || enterprise.status === 'suspended') throw requestProblem['enterprise-suspended']();
    const closed = platforms.get(request.platformId);
    if (closed) throw closed;
    const faults = this.lines.hindrances(request, terms.catalogue);
    if (faults.length > 0) throw invalidRequest(faults);
    return enterprise;
  }
}

function domainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
