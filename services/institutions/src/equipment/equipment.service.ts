import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { lock, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { calibrate, causeOf, enter, equipmentProblem, hasLapsed, resume, scrap, stop } from './equipment';
import type { Calibration, Equipment, EquipmentDetails } from './equipment';
import { EquipmentRow } from './equipment.row';

const LAPSE = 'lapse-equipment';

/** Lines of the equipment's own site, in whatever version they stand. */
const LINES = `
  select distinct id from scope_line where id = any ($1::uuid[]) and institution_id = $2 and site_id = $3`;
const UNTIE = 'delete from equipment_line where equipment_id = $1 and line_id <> all ($2::uuid[])';
const TIE = `
  insert into equipment_line (equipment_id, line_id, institution_id)
  select $1, line_id, $3 from unnest($2::uuid[]) as line_id on conflict do nothing`;

type Time = { readonly today: string; readonly now: Date };

@Injectable()
export class EquipmentService {
  @Inject(Accreditations) private readonly accreditations: Accreditations;

  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly institutions: InstitutionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enter(institutionId: string, details: EquipmentDetails, actor: Actor): Promise<Equipment> {
    return this.transactions.run(async (tx) => {
      const { sites } = await this.institutions.getEditable(institutionId, actor, tx);
      const { siteId, assetNumber } = details;
      if (!sites.some(({ id, open }) => open && id === siteId)) throw equipmentProblem['unknown-site']({ siteId });
      const equipment = enter(details, { id: newId(), institutionId }, this.time());
      const row = Object.assign(new EquipmentRow(), equipment);
      const query = tx.createQueryBuilder().insert().into(EquipmentRow).values(row).orIgnore().returning('id');
      const { raw } = (await query.execute()) as { raw: unknown[] };
      if (raw.length === 0) throw equipmentProblem['number-taken']({ assetNumber });
      await this.awaitLapse(tx, equipment);
      return equipment;
    });
  }

  list(institutionId: string, actor: Actor): Promise<Equipment[]> {
    return this.transactions.run(async (tx) => {
      await this.institutions.getReadable(institutionId, actor, tx);
      return tx.find(EquipmentRow, { where: { institutionId }, order: { id: 'asc' } });
    });
  }

  /** The lines that rest on it from now on, in place of those before. */
  carry(id: string, lineIds: readonly string[], actor: Actor): Promise<Equipment> {
    return this.edit(id, actor, async (tx, row) => {
      const { institutionId, siteId } = row;
      const known = await tx.query<{ id: string }[]>(LINES, [lineIds, institutionId, siteId]);
      const lineId = lineIds.find((one) => !known.some((line) => line.id === one));
      if (lineId !== undefined) throw equipmentProblem['unknown-line']({ lineId });
      await tx.query(UNTIE, [id, lineIds]);
      await tx.query(TIE, [id, lineIds, institutionId]);
      if (hasLapsed(row, this.time().today) || row.status === 'stopped') await this.fails(tx, row);
    });
  }

  calibrate(id: string, calibration: Calibration, actor: Actor): Promise<Equipment> {
    return this.edit(id, actor, async (tx, row) => {
      await tx.save(Object.assign(row, calibrate(row, calibration, this.time())));
      await this.awaitLapse(tx, row);
      await this.accreditations.restored(tx, row.institutionId);
    });
  }

  stop(id: string, reason: string, actor: Actor): Promise<Equipment> {
    return this.edit(id, actor, async (tx, row) => {
      await tx.save(Object.assign(row, stop(row, reason, this.time())));
      await this.fails(tx, row);
    });
  }

  resume(id: string, actor: Actor): Promise<Equipment> {
    return this.edit(id, actor, async (tx, row) => {
      await tx.save(Object.assign(row, resume(row, this.time())));
      await this.accreditations.restored(tx, row.institutionId);
    });
  }

  scrap(id: string, reason: string, actor: Actor): Promise<Equipment> {
    return this.edit(id, actor, async (tx, row) => {
      await tx.save(Object.assign(row, scrap(row, reason, this.time())));
    });
  }

  /** Its calibration has ended, unless there is a new one: jobs that rest on it are looked at. */
  @OnTimer(LAPSE)
  async lapse({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await lock(tx, EquipmentRow, { id }, equipmentProblem['not-found']({ id }));
      if (hasLapsed(row, this.time().today)) await this.fails(tx, row, addDays(row.calibratedUntil, 1));
    });
  }

  private fails(tx: EntityManager, row: Equipment, affectedFrom = row.stoppedOn ?? undefined): Promise<void> {
    const loss = { providerId: row.institutionId, kind: 'suspended' as const, cause: causeOf(row) };
    return this.accreditations.lost(tx, { ...loss, ...(affectedFrom && { affectedFrom }) });
  }

  private edit(
    id: string,
    actor: Actor,
    change: (tx: EntityManager, row: EquipmentRow) => Promise<void>,
  ): Promise<Equipment> {
    return this.transactions.run(async (tx) => {
      const missing = equipmentProblem['not-found']({ id });
      const row = await lock(tx, EquipmentRow, { id }, missing);
      if (!(await this.institutions.mayEdit(row.institutionId, actor, tx))) throw missing;
      await change(tx, row);
      return row;
    });
  }

  private awaitLapse(tx: EntityManager, { id, calibratedUntil }: Equipment): Promise<void> {
    const at = fromBusinessDate(addDays(calibratedUntil, 1));
    return this.timers.schedule(tx, { key: `${LAPSE}:${id}`, task: LAPSE, payload: { id }, at });
  }

  private time(): Time {
    const now = this.clock.now();
    return { today: toBusinessDate(now), now };
  }
}
