import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DomainError, newId, toBusinessDate, type Clock } from '@qi/kernel';
import { byOf, CurrentCalendar, HttpProblem, invalidRequest, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import type { Enterprise } from '../enterprise/enterprise';
import { Enterprises } from '../enterprise/enterprise.service';
import { theSystem } from '../life-line/life-line';
import { Platforms } from '../platform/platform.service';
import type { ServiceItem } from '../service-item/service-item';
import { enterpriseRef } from '../service-request/draft';
import { itemOf, LineReader, type Catalogue } from '../service-request/line-reader';
import type { RequestLine } from '../service-request/request-line';
import { planOf } from '../service-request/request-planner';
import { submit, type Act, type ServiceRequest } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import type { CaseFile } from './case-file';
import { Cases } from './cases';
import { acceptCase } from './fulfilment';
import { makeTasks } from './make-tasks';

export interface Submit {
  readonly id: string;
  readonly actor: Actor;
}

export type Submitted = { readonly request: ServiceRequest } | { readonly error: Error };

/** Submission and acceptance: the hot path. Many submissions share one transaction and its statements. */
@Injectable()
export class Submission {
  constructor(
    private readonly cases: Cases,
    private readonly access: CaseAccess,
    private readonly enterprises: Enterprises,
    private readonly platforms: Platforms,
    private readonly lines: LineReader,
    private readonly calendar: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers each command for itself, in order: one that a rule refuses does not hold up the others. */
  async submitAll(tx: EntityManager, commands: readonly Submit[]): Promise<Submitted[]> {
    const at = this.clock.now();
    const files = await this.cases.lock(tx, [...new Set(commands.map(({ id }) => id))]);
    const world = await this.worldOf(
      tx,
      [...files.values()].map(({ request }) => request),
    );
    const answers: Submitted[] = [];
    for (const command of commands) answers.push(await this.answer(command, files.get(command.id), world, at));
    await this.cases.save(tx, [...files.values()], at);
    return answers.map((answer) => ('error' in answer ? answer : { request: versionUp(answer.request, files) }));
  }

  /** A clerk takes it on. */
  async accept(tx: EntityManager, file: CaseFile, act: Act): Promise<void> {
    const catalogue = await this.lines.catalogueOf(file.request.lines, tx);
    this.acceptFile(file, catalogue, false, act);
  }

  private async answer(command: Submit, file: CaseFile | undefined, world: World, at: Date): Promise<Submitted> {
    try {
      if (!file) throw requestProblem.unknown();
      await this.access.assertFirm(command.actor, file.request, requestProblem.unknown());
      this.submitFile(file, world, { by: byOf(command.actor), at });
      return { request: file.request };
    } catch (error) {
      if (error instanceof DomainError || error instanceof HttpProblem) return { error };
      throw error;
    }
  }

  /** Everything is judged before the first change, so that a refused file stays as it was. */
  private submitFile(file: CaseFile, world: World, act: Act): void {
    const { request } = file;
    const change = submit(request, act);
    const enterprise = world.enterprises.get(request.enterpriseId);
    if (!enterprise || enterprise.status === 'suspended') throw requestProblem['enterprise-suspended']();
    const platform = world.platforms.get(request.platformId);
    if (platform) throw platform;
    const faults = this.lines.hindrances(request, toBusinessDate(act.at), world.catalogue);
    if (faults.length > 0) throw invalidRequest(faults);
    const { areaCode } = enterprise;
    const fresh = { ...change.next, enterprise: enterpriseRef(enterprise), areaCode };
    file.changeRequest({ ...change, next: fresh });
    if (isAccepted(request, enterprise, world.catalogue)) {
      this.acceptFile(file, world.catalogue, true, { by: theSystem, at: act.at });
    }
  }

  private acceptFile(file: CaseFile, catalogue: Catalogue, automatic: boolean, act: Act): void {
    const { request } = file;
    const ids = new Map(request.lines.map(({ key }) => [key, newId()]));
    const itemOfLine = (line: RequestLine) => published(catalogue, line);
    const plan = planOf(request, [], act.at, this.calendar);
    acceptCase(file, makeTasks(request, itemOfLine, plan, { ids, at: act.at }), automatic, act);
  }

  /** What the rules must know besides the requests, read once for all of them. */
  private async worldOf(tx: EntityManager, requests: readonly ServiceRequest[]): Promise<World> {
    const enterprises = await this.enterprises.findAll(
      [...new Set(requests.map(({ enterpriseId }) => enterpriseId))],
      tx,
    );
    const platforms = new Map<string, DomainError | undefined>();
    for (const id of new Set(requests.map(({ platformId }) => platformId))) {
      platforms.set(id, await this.platforms.getOpen(id, tx).then(() => undefined, domainError));
    }
    const lines = requests.flatMap((request) => request.lines);
    const catalogue = await this.lines.catalogueOf(lines, tx);
    return { enterprises: new Map(enterprises.map((each) => [each.id, each])), platforms, catalogue };
  }
}

interface World {
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  /** Why a platform takes no requests; undefined when it does. */
  readonly platforms: ReadonlyMap<string, DomainError | undefined>;
  readonly catalogue: Catalogue;
}

/** The rule per item: requests of verified firms need no clerk when every item says so. */
function isAccepted({ lines }: ServiceRequest, { status }: Enterprise, catalogue: Catalogue): boolean {
  return status === 'verified' && lines.length > 0 && lines.every((line) => published(catalogue, line).autoAccept);
}

function published(catalogue: Catalogue, { itemCode, itemVersion }: RequestLine): ServiceItem {
  const item = itemOf(catalogue, itemCode, itemVersion);
  if (item instanceof DomainError) throw item;
  return item;
}

function domainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}

/** The state that was written: saving counts the version up once for all changes. */
function versionUp(request: ServiceRequest, files: ReadonlyMap<string, CaseFile>): ServiceRequest {
  const { version } = files.get(request.id)?.request ?? request;
  return { ...request, version: version + 1 };
}
