import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { Enterprise } from '../enterprise/enterprise';
import { Outlooks } from '../outlook/outlook.service';
import { itemOf, LineReader, type Catalogue } from '../request-line/line-reader.service';
import type { RequestLine } from '../request-line/request-line';
import type { ServiceItem } from '../service-item/service-item';
import type { Act, ServiceRequest } from '../service-request/service-request';
import type { CaseFile } from './case-file';
import { acceptCase } from './fulfilment';
import { makeTasks } from './make-tasks';

/** Turns an accepted request's lines into tasks. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly lines: LineReader,
    private readonly outlooks: Outlooks,
  ) {}

  /** By a clerk. */
  async accept(tx: EntityManager, file: CaseFile, act: Act): Promise<void> {
    this.acceptWith(await this.lines.catalogueOf(file.request.lines, tx), file, false, act);
  }

  acceptWith(catalogue: Catalogue, file: CaseFile, automatic: boolean, act: Act): void {
    const { request } = file;
    const ids = new Map(request.lines.map(({ key }) => [key, newId()]));
    const plan = this.outlooks.planOf(request, []);
    const tasks = makeTasks(request, (line) => published(catalogue, line), plan, { ids, at: act.at });
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
