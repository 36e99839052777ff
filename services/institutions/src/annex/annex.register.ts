import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import {
  annexRows,
  AnnexRegister,
  type AnnexChange,
  type AnnexDetails,
  type ReadRow,
  type AnnexReview,
} from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { cmaTable } from '../annex-file/cma-table';
import { cnasRecord } from '../annex-file/cnas-record';
import { readRow } from '../annex-file/published-row';
import { InstitutionService } from '../institution/institution.service';
import { openSites, type Site } from '../institution/site';
import { differences, type ScopeLine } from '../scope-line/scope-line';
import { TakeoverService } from '../scope-line/takeover.service';
import { assertPlacesApart, scopeAnnexProblem, sitesOf, type ScopeAnnex } from './annex';
import { AnnexRow } from './annex.row';
import { AnnexLineStore, wantedOf, type Mark } from './annex-line.store';

/** Grows or shrinks with every change of what the institution holds under the scheme. */
const STATE = `
  select count(*) || ':' || coalesce(sum(hashtextextended(id || ':' || version, 0)), 0) as state
  from scope_line
  where institution_id = $1 and scheme = $2 and rev_to is null and status in ('proposed', 'active', 'suspended')`;

/** Annexes of institutions: their lines are scope lines. */
@Injectable()
export class ScopeAnnexRegister extends AnnexRegister<ScopeAnnex, ScopeLine> {
  readonly Row = AnnexRow;
  readonly lines = new AnnexLineStore();
  readonly providerTable = 'institution';

  constructor(
    readonly providers: InstitutionService,
    private readonly takeover: TakeoverService,
  ) {
    super();
  }

  assertSound(details: AnnexDetails): void {
    assertPlacesApart(details);
  }

  async *rowsOf(tx: EntityManager, annex: ScopeAnnex): AsyncIterable<ReadRow<ScopeLine>> {
    const { providerId: institutionId, scheme, certNo, validFrom, validTo, places: byNumber, onlySite: only } = annex;
    const sites = await this.openSitesOf(tx, annex);
    const places = { byNumber, only, covered: sitesOf(annex, sites), sites };
    const frame = { institutionId, scheme, certNo, validFrom, validTo, places };
    const table = (header: readonly string[]) => cmaTable(header, annex.mapping);
    const layout = { table, record: cnasRecord, noHeader: () => scopeAnnexProblem.header() };
    yield* annexRows(annex, layout, (row) => readRow(row, frame));
  }

  async sitesOf(tx: EntityManager, annex: ScopeAnnex): Promise<readonly string[]> {
    return sitesOf(annex, await this.openSitesOf(tx, annex));
  }

  async stateOf(tx: EntityManager, { providerId, scheme }: ScopeAnnex): Promise<string> {
    const [row] = await tx.query<{ state: string }[]>(STATE, [providerId, scheme]);
    return row!.state;
  }

  async compare(tx: EntityManager, annex: ScopeAnnex): Promise<void> {
    const submission = { by: annex.submittedBy, at: annex.submittedAt };
    for await (const lines of this.lines.linesOf(tx, annex.id)) {
      const wanted = lines.map((line) => wantedOf(line, annex, submission));
      const held = await this.takeover.held(tx, wanted);
      const marks = lines.map(({ n }, at) => markOf(n, held[at], wanted[at]!));
      await this.lines.mark(tx, marks);
    }
    if (annex.extent === 'whole') await this.lines.addGone(tx, annex, await this.sitesOf(tx, annex));
  }

  async announce(tx: EntityManager, annex: ScopeAnnex, review: AnnexReview): Promise<void> {
    const { id, validFrom: from, certNo, fileName } = annex;
    for await (const lines of this.lines.linesOf(tx, id, ['gone'])) {
      const ids = lines.flatMap(({ lineId }) => lineId ?? []);
      await this.takeover.end(tx, ids, { from, why: `${certNo} ${fileName}` }, review);
    }
    await this.enter(tx, annex, ['added'], review);
  }

  /** All lines once more, for what was held at approval may have ended since. */
  async begin(tx: EntityManager, annex: ScopeAnnex, review: AnnexReview): Promise<void> {
    await this.enter(tx, annex, ['added', 'changed', 'kept'], review);
    annex.activatedAt = review.at;
  }

  causeOf({ scheme, certNo }: ScopeAnnex): Words {
    return {
      zh: `${scheme} 证书 ${certNo} 的新附表生效，部分能力不再列入或已变更`,
      en: `the new annex of the ${scheme} certificate ${certNo} took effect and no longer lists, or changes, part of the scope`,
    };
  }

  replaces({ extent, scheme }: ScopeAnnex, older: ScopeAnnex): boolean {
    return extent === 'whole' && older.scheme === scheme;
  }

  private async enter(
    tx: EntityManager,
    annex: ScopeAnnex,
    changes: AnnexChange[],
    review: AnnexReview,
  ): Promise<void> {
    for await (const lines of this.lines.linesOf(tx, annex.id, changes)) {
      const wanted = lines.map((line) => wantedOf(line, annex, review));
      await this.takeover.enter(tx, wanted, review);
    }
  }

  private async openSitesOf(tx: EntityManager, { providerId }: ScopeAnnex): Promise<readonly Site[]> {
    const { sites } = await this.providers.getById(providerId, tx);
    return openSites(sites);
  }
}

function markOf(n: string, held: ScopeLine | undefined, wanted: ScopeLine): Mark {
  if (!held) return { n, change: 'added', fields: [] };
  const fields = differences(held, wanted);
  return { n, change: fields.length > 0 ? 'changed' : 'kept', fields, lineId: held.id };
}
