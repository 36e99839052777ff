import { Injectable } from '@nestjs/common';
import { newId, toBusinessDate } from '@qi/kernel';
import { assertVersion, hasRole, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
import { assertEditable, type ServiceRequest } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import { ServiceRequests } from '../service-request/service-request.service';
import { copyOf, newDraft, type DraftContent } from './draft';
import { DraftContents } from './draft-content.service';
import type { CreateRequestDto, PatchRequestDto, SaveRequestDto } from './draft.dto';

/** Requests while they are written. */
@Injectable()
export class Drafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: ServiceRequests,
    private readonly contents: DraftContents,
    private readonly enterprises: Enterprises,
  ) {}

  /** By the firm, or by a clerk at the counter on its behalf. */
  async create(sent: CreateRequestDto, actor: Actor): Promise<ServiceRequest> {
    const enterpriseId = sent.enterpriseId ?? (actor.org?.kind === 'enterprise' ? actor.org.id : undefined);
    if (!enterpriseId) throw requestProblem['enterprise-needed']();
    const channel = hasRole(actor, 'clerk', 'steward') ? 'counter' : 'portal';
    return this.transactions.run(async (tx) => {
      const enterprise = await this.enterprises.getFor(actor, enterpriseId, tx);
      const content = await this.contents.read(sent, enterpriseId, tx);
      const ids = { id: newId(), number: await this.requests.nextNumber(tx) };
      const request = newDraft(ids, { ...content, enterprise }, channel, this.requests.actOf(actor));
      await this.requests.insert(tx, request);
      return request;
    });
  }

  /** The whole draft anew. */
  save(id: string, version: number, sent: SaveRequestDto, actor: Actor): Promise<ServiceRequest> {
    return this.edit(id, { version, actor }, (request, tx) => this.contents.read(sent, request.enterpriseId, tx));
  }

  /** Only what is given; the draft is looked at as a whole again. */
  patch(id: string, version: number, sent: PatchRequestDto, actor: Actor): Promise<ServiceRequest> {
    return this.edit(id, { version, actor }, (request, tx) => {
      const { platformId, title, problem, needBy, contact, attachmentIds, lines } = request;
      const kept = { platformId, title, problem, needBy, contact, attachmentIds, lines } as SaveRequestDto;
      const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
      return this.contents.read({ ...kept, ...given }, request.enterpriseId, tx);
    });
  }

  /** A new draft with the same content; dates that have passed are left out. */
  copy(id: string, actor: Actor): Promise<ServiceRequest> {
    return this.transactions.run(async (tx) => {
      const source = await this.requests.lockForFirm(tx, id, actor);
      const enterprise = await this.enterprises.getFor(actor, source.enterpriseId, tx);
      const ids = { id: newId(), number: await this.requests.nextNumber(tx) };
      const act = this.requests.actOf(actor);
      const copy = copyOf({ source, enterprise }, ids, act, toBusinessDate(act.at));
      await this.requests.insert(tx, copy);
      return copy;
    });
  }

  private edit(
    id: string,
    { version, actor }: { readonly version: number; readonly actor: Actor },
    content: (request: ServiceRequest, tx: EntityManager) => Promise<DraftContent>,
  ): Promise<ServiceRequest> {
    return this.transactions.run(async (tx) => {
      const request = await this.requests.lockForFirm(tx, id, actor);
      assertVersion(request, version);
      assertEditable(request);
      return this.requests.change(tx, request, await content(request, tx));
    });
  }
}
