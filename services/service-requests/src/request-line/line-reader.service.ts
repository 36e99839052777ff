import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DomainError, standardNumber, toBusinessDate, type Clock } from '@qi/kernel';
import { invalidRequest, type Fault } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { Attachments } from '../attachment/attachment.service';
import { answersFaults } from '../service-item/answers';
import type { ServiceItem } from '../service-item/service-item';
import { ServiceItems } from '../service-item/service-item.service';
import type { ServiceRequest } from '../service-request/service-request';
import type { DemandDto, RequestLineDto } from './request-line.form';
import { missingDocuments, unaskedDocuments } from './documents';
import { dateFaults, dependencyFaults, type DraftDemand, type RequestLine } from './request-line';

/** Items by `code` (as offered now) and by `code@version` (as a line was made with). */
export type Catalogue = ReadonlyMap<string, ServiceItem | DomainError>;

type ItemRef = Pick<RequestLine, 'itemCode' | 'itemVersion'>;

/** Turns what was sent into lines, and says with pointers what is wrong with them. */
@Injectable()
export class LineReader {
  constructor(
    private readonly items: ServiceItems,
    private readonly attachments: Attachments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A draft may be incomplete, but what it says must make sense: items, dates, dependencies. 400 with all faults. */
  async read(
    sent: readonly RequestLineDto[],
    { needBy, enterpriseId }: Asked,
    tx: EntityManager,
  ): Promise<RequestLine[]> {
    const papers = sent.flatMap(({ documents }) => documents.map(({ attachmentId }) => attachmentId));
    await this.attachments.assertUsable(papers, enterpriseId, tx);
    const catalogue = await this.catalogueOf(sent, tx);
    const faults: Fault[] = [...dependencyFaults(sent)];
    const lines = sent.flatMap((line, at): RequestLine[] => {
      const item = itemOf(catalogue, line.itemCode, line.itemVersion);
      if (!(item instanceof DomainError)) {
        faults.push(...unaskedDocuments(line.documents, item.documents, `/lines/${at}`));
        return [lineOf(line, item)];
      }
      faults.push({ pointer: `/lines/${at}/${line.itemVersion ? 'itemVersion' : 'itemCode'}`, words: item.words });
      return [];
    });
    if (lines.length === sent.length) faults.push(...dateFaults(needBy, lines, this.today()));
    if (faults.length > 0) throw invalidRequest(faults);
    return lines;
  }

  /** What still hinders submission: answers that lack or do not fit, dates that passed, items retired since. */
  hindrances({ needBy, lines }: Wanted, catalogue: Catalogue): Fault[] {
    const dated = dateFaults(needBy, lines, this.today());
    return [...dated, ...lines.flatMap((line, at) => lineHindrances(line, at, catalogue))];
  }

  /** One query for each item and version that occurs, however many lines ask for it. */
  async catalogueOf(refs: readonly Partial<ItemRef>[], tx?: EntityManager): Promise<Catalogue> {
    const wanted = new Map<string, [string, number | undefined]>();
    for (const { itemCode = '', itemVersion } of refs) {
      wanted.set(itemCode, [itemCode, undefined]);
      if (itemVersion !== undefined) wanted.set(`${itemCode}@${itemVersion}`, [itemCode, itemVersion]);
    }
    const found = new Map<string, ServiceItem | DomainError>();
    for (const [key, [code, version]] of wanted) {
      const published = found.get(code);
      if (published && !(published instanceof DomainError) && published.itemVersion === version)
        found.set(key, published);
      else found.set(key, await this.find(code, version, tx));
    }
    return found;
  }

  private today(): string {
    return toBusinessDate(this.clock.now());
  }

  private async find(
    code: string,
    version: number | undefined,
    tx?: EntityManager,
  ): Promise<ServiceItem | DomainError> {
    try {
      return await this.items.getPublished(code, version, tx);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

/** Of the request that the lines belong to. */
type Asked = Pick<ServiceRequest, 'needBy' | 'enterpriseId'>;

interface Wanted {
  readonly needBy: string | null;
  readonly lines: readonly RequestLine[];
}

export function itemOf(catalogue: Catalogue, code: string, version: number | undefined): ServiceItem | DomainError {
  const item = catalogue.get(version === undefined ? code : `${code}@${version}`);
  if (!item) throw new Error(`item ${code} was not looked up`);
  return item;
}

function lineHindrances(line: RequestLine, at: number, catalogue: Catalogue): Fault[] {
  const offered = itemOf(catalogue, line.itemCode, undefined);
  if (offered instanceof DomainError) return [{ pointer: `/lines/${at}/itemCode`, words: offered.words }];
  const item = itemOf(catalogue, line.itemCode, line.itemVersion);
  if (item instanceof DomainError) return [{ pointer: `/lines/${at}/itemVersion`, words: item.words }];
  const answers = answersFaults(item.fields, line.answers).map(({ pointer, message }) => ({
    pointer: `/lines/${at}/answers${pointer}`,
    words: message,
  }));
  return [...answers, ...missingDocuments(line.documents, item.documents, `/lines/${at}`)];
}

function lineOf(sent: RequestLineDto, item: ServiceItem): RequestLine {
  const { key, answers, documents, dependsOn, needBy, urgency, secrecy, consents, excluded, preferred } = sent;
  return {
    ...{ key, answers, dependsOn, urgency, secrecy, excluded, preferred },
    itemCode: item.code,
    itemVersion: item.itemVersion,
    itemName: item.name,
    element: item.element,
    days: item.durationDays,
    demand: demandOf(sent.demand),
    consents: { subcontracting: consents.subcontracting, disclosure: consents.disclosure },
    documents: documents.map(({ code, attachmentId }) => ({ code, attachmentId: attachmentId.toLowerCase() })),
    ...(needBy ? { needBy } : {}),
  };
}

export function demandOf(sent: DemandDto): DraftDemand {
  const { object, tests, measurements, skills, schemes, quantity, place, plannedDate, text } = sent;
  return {
    object: object.trim(),
    tests: tests.map(({ parameter, methodStandard }) => ({
      parameter: parameter.trim(),
      methodStandard: standardNumber(methodStandard).canonical,
    })),
    measurements: measurements.map(({ tolerance, ...rest }) => ({ ...rest, ...(tolerance ? { tolerance } : {}) })),
    ...{ skills, schemes, place, text },
    ...(quantity ? { quantity } : {}),
    ...(plannedDate ? { plannedDate } : {}),
  };
}
