import { Injectable } from '@nestjs/common';
import type { AnnexStatus } from '@qi/contracts';
import { decodeCursor, hasRole, overseenPrefixes, pageOf } from '@qi/platform';
import type { Actor, Page, PageQuery } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { annexProblem, type Annex, type AnnexChange } from './annex';
import type { StoredLine } from './annex-lines';
import { AnnexRegister } from './annex-register';
import { AnnexStore, type Refusal } from './annex.store';

export interface AnnexFilter extends PageQuery {
  readonly providerId?: string;
  readonly status?: AnnexStatus;
}

@Injectable()
export class AnnexQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly register: AnnexRegister,
    private readonly store: AnnexStore,
  ) {}

  /** Newest first. */
  async list({ providerId, status, limit, after }: AnnexFilter, actor: Actor): Promise<Page<Annex>> {
    const { manager } = this.dataSource;
    const query = this.scoped(manager.createQueryBuilder<Annex>(this.register.Row, 'a').where('true'), actor);
    if (providerId) query.andWhere('a.providerId = :providerId', { providerId });
    if (status) query.andWhere('a.status = :status', { status });
    if (after) query.andWhere('a.id < :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('a.id', 'DESC')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  async get(id: string, actor: Actor): Promise<Annex> {
    const { manager } = this.dataSource;
    const annex = await manager.findOneBy<Annex>(this.register.Row, { id });
    if (!annex || !(await this.register.providers.mayRead(annex.providerId, actor, manager))) {
      throw annexProblem['not-found']({ id });
    }
    return annex;
  }

  /** What the annex says, all or what is added, changed, kept or gone. */
  async lines(
    id: string,
    { change, limit, after }: PageQuery & { readonly change?: AnnexChange },
    actor: Actor,
  ): Promise<Page<StoredLine>> {
    await this.get(id, actor);
    const from = after ? decodeCursor(after, 'number')[0] : '0';
    const wanted = { changes: change ? [change] : null, after: from, most: limit + 1 };
    return pageOf(await this.register.lines.page(this.dataSource.manager, id, wanted), limit, ({ n }) => [n]);
  }

  /** In the order of the file. */
  async refusals(id: string, { limit, after }: PageQuery, actor: Actor): Promise<Page<Refusal>> {
    await this.get(id, actor);
    const from = after ? decodeCursor(after, 'number', 'text', 'text') : ['0', '', ''];
    const rows = await this.store.refusals(this.dataSource.manager, id, from, limit + 1);
    return pageOf(rows, limit, ({ line, field, value }) => [String(line), field, value]);
  }

  /** Clerks and auditors see all, administrators those of their areas, others those of their own organisation. */
  private scoped(query: SelectQueryBuilder<Annex>, actor: Actor): SelectQueryBuilder<Annex> {
    if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
    if (hasRole(actor, 'administrator', 'auditor')) {
      const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
      return query.andWhere(
        `exists (select from ${this.register.providerTable} p where p.id = a.providerId and p.area_code like any (:prefixes))`,
        { prefixes },
      );
    }
    return query.andWhere('a.providerId = :own', { own: actor.org?.kind === 'institution' ? actor.org.id : null });
  }
}
