import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { annexRows, AnnexRegister, sitesNamed, type AnnexDetails, type ReadRow } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { calibrationRecord, calibrationTable } from '../annex-file/calibration-table';
import { readRow } from '../annex-file/published-row';
import type { Capability, CapabilityDetails } from '../capability/capability';
import { TakeoverService } from '../capability/takeover.service';
import { InstituteService } from '../institute/institute.service';
import { assertPlaced, capabilityAnnexProblem, differs, keyOf } from './annex';
import { AnnexRow } from './annex.row';
import { AnnexLineStore, type AnnexLine, type Mark } from './annex-line.store';

/** Annexes of institutes: their lines are calibration capabilities. */
@Injectable()
export class CapabilityAnnexRegister extends AnnexRegister<AnnexRow, CapabilityDetails> {
  readonly Row = AnnexRow;
  readonly lines = new AnnexLineStore();
  readonly providerTable = 'institute';

  constructor(
    readonly providers: InstituteService,
    private readonly takeover: TakeoverService,
  ) {
    super();
  }

  assertSound(details: AnnexDetails): void {
    assertPlaced(details);
  }

  rowsOf(_tx: EntityManager, annex: AnnexRow): AsyncIterable<ReadRow<CapabilityDetails>> {
    const layout = {
      table: (header: readonly string[]) => calibrationTable(header, annex.mapping),
      record: (record: unknown) => calibrationRecord(record, annex.mapping),
      noHeader: () => capabilityAnnexProblem.header(),
    };
    return annexRows(annex, layout, (row) => readRow(row, annex));
  }

  sitesOf(_tx: EntityManager, annex: AnnexRow): Promise<readonly string[]> {
    return Promise.resolve(sitesNamed(annex));
  }

  async stateOf(tx: EntityManager, annex: AnnexRow): Promise<string> {
    const held = await this.heldUnder(tx, annex);
    return held.map(({ id, version }) => `${id}:${version}`).join(' ');
  }

  async compare(tx: EntityManager, annex: AnnexRow): Promise<void> {
    const held = await this.heldUnder(tx, annex);
    const byKey = new Map(held.map((capability) => [keyOf(capability), capability]));
    const seen = new Set<string>();
    for await (const lines of this.lines.linesOf(tx, annex.id)) {
      const marks = lines.map((line) => markOf(line, byKey.get(line.key)));
      for (const { capabilityId } of marks) if (capabilityId) seen.add(capabilityId);
      await this.lines.mark(tx, marks);
    }
    await this.lines.addGone(
      tx,
      annex.id,
      held.filter(({ id }) => !seen.has(id)),
    );
  }

  async announce(tx: EntityManager, { id, providerId, validFrom, certNo, fileName }: AnnexRow): Promise<void> {
    for await (const lines of this.lines.linesOf(tx, id, ['gone'])) {
      const ids = lines.flatMap(({ capabilityId }) => capabilityId ?? []);
      await this.takeover.finish(tx, ids, validFrom, `${certNo} ${fileName}`);
    }
    for await (const lines of this.lines.linesOf(tx, id, ['added'])) {
      const added = lines.map(({ details }) => details);
      await this.takeover.add(tx, providerId, added);
    }
  }

  async begin(tx: EntityManager, { id }: AnnexRow): Promise<void> {
    for await (const lines of this.lines.linesOf(tx, id, ['changed']))
      await this.takeover.change(tx, new Map(lines.map(({ capabilityId, details }) => [capabilityId ?? '', details])));
  }

  causeOf({ certNo }: AnnexRow): Words {
    return {
      zh: `证书 ${certNo} 的新附表生效，部分校准能力不再列入或已变更`,
      en: `the new annex of certificate ${certNo} took effect and no longer lists, or changes, part of the capabilities`,
    };
  }

  replaces(): boolean {
    return true;
  }

  private heldUnder(tx: EntityManager, annex: AnnexRow): Promise<Capability[]> {
    return this.takeover.held(tx, annex.providerId, sitesNamed(annex));
  }
}

function markOf({ n, details }: AnnexLine, held: Capability | undefined): Mark {
  if (!held) return { n, change: 'added' };
  return { n, change: differs(held, details) ? 'changed' : 'kept', capabilityId: held.id };
}
