import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@qi/kernel';
import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Enterprise } from '../enterprise/enterprise';
import { Outlooks } from '../outlook/outlook.service';
import { itemOf, LineReader, type Catalogue } from '../request-line/line-reader.service';
import type { RequestLine } from '../request-line/request-line';
import type { ServiceItem } from '../service-item/service-item';
import type { Act, ServiceRequest } from '../service-request/service-request';
import { TimeLimits, type LimitLookUp } from '../time-limit/time-limit.service';
import type { CaseFile } from './case-file';
import { acceptCase } from './fulfilment';
import { makeTasks } from './make-tasks';

/** The terms under which lines become tasks: the catalogue, and limits that administrators set for single items. */
export interface Terms {
  readonly catalogue: Catalogue;
  readonly limits: LimitLookUp;
}

/** Turns an accepted request's lines into tasks. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly lines: LineReader,
    private readonly outlooks: Outlooks,
    private readonly limits: TimeLimits,
  ) {}

  async termsOf(tx: EntityManager, requests: readonly Pick<ServiceRequest, 'lines'>[]): Promise<Terms> {
    const lines = requests.flatMap((request) => request.lines);
    const [catalogue, limits] = await together(this.lines.catalogueOf(lines, tx), this.limits.current(tx));
    return { catalogue, limits };
  }

  accept({ catalogue, limits }: Terms, file: CaseFile, automatic: boolean, act: Act): void {
    const { request } = file;
    const ids = new Map(request.lines.map(({ key }) => [key, newId()]));
    const itemOfLine = (line: RequestLine): ServiceItem => {
      const item = published(catalogue, line);
      const answerWithinDays = limits.ofItem('answer', item.code) ?? item.answerWithinDays;
      return { ...item, answerWithinDays };
    };
    const tasks = makeTasks(request, itemOfLine, this.outlooks.planOf(request, []), { ids, at: act.at });
    acceptCase(file, tasks, automatic, act);
  }
}

/** The rule per item: requests of verified firms need no clerk when every item says so. */
export function needsNoClerk({ lines }: ServiceRequest, { status }: Enterprise, catalogue: Catalogue): boolean {
  return status === 'verified' && lines.length > 0 && lines.every((line) => published(catalogue, line).autoAccept);
}

function published(catalogue: Catalogue, { itemCode, itemVersion }: RequestLine): ServiceItem {
  const item = itemOf(catalogue, itemCode, itemVersion);
  if (item instanceof DomainError) throw item;
  return item;
}
