import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, lock, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { age, amend, enter, instrumentProblem, nextCheckOn, resume, scrap, send, stop, takeBack } from './instrument';
import type { Instrument, InstrumentDetails } from './instrument';
import { mayEdit, ownerOf } from './instrument.access';
import { InstrumentRow } from './instrument.row';

const AGE = 'age-instrument';

export interface NewInstrument extends InstrumentDetails {
  readonly areaCode: string;
  /** Needed from people who do not themselves belong to the firm. */
  readonly enterpriseId?: string;
  readonly lastOn: string | null;
  readonly certificateNumber: string | null;
}

type Time = { today: string; now: Date };
type Rule = (instrument: Instrument, time: Time) => Partial<Instrument>;

@Injectable()
export class InstrumentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enter({ enterpriseId, areaCode, lastOn, certificateNumber, ...details }: NewInstrument, actor: Actor) {
    const owner = { id: newId(), enterpriseId: ownerOf(actor, areaCode, enterpriseId), areaCode };
    const instrument = enter(details, owner, { lastOn, certificateNumber }, this.time());
    return this.transactions.run(async (tx) => {
      await insertOnce(tx, instrument);
      await this.awaitDue(tx, instrument);
      return instrument;
    });
  }

  amend(id: string, version: number, changes: Partial<InstrumentDetails>, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, { now }) => {
      assertVersion(instrument, version);
      return amend(instrument, changes, now);
    });
  }

  send(id: string, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, { now }) => send(instrument, now));
  }

  takeBack(id: string, certificate: { on: string; number: string }, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, time) => takeBack(instrument, certificate, time));
  }

  stop(id: string, reason: string, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, { now }) => stop(instrument, reason, now));
  }

  resume(id: string, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, { now }) => resume(instrument, now));
  }

  scrap(id: string, reason: string, actor: Actor): Promise<Instrument> {
    return this.edit(id, actor, (instrument, { now }) => scrap(instrument, reason, now));
  }

  /** The calendar has reached the notice or the day after the due day. */
  @OnTimer(AGE)
  async age({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await lock(tx, InstrumentRow, { id }, instrumentProblem['not-found']({ id }));
      const { today, now } = this.time();
      const next = age(row, today, now);
      if (next) await tx.save(Object.assign(row, next));
      await this.awaitDue(tx, row);
    });
  }

  private edit(id: string, actor: Actor, rule: Rule): Promise<Instrument> {
    return this.transactions.run(async (tx) => {
      const missing = instrumentProblem['not-found']({ id });
      const row = await lock(tx, InstrumentRow, { id }, missing);
      if (!mayEdit(actor, row)) throw missing;
      const saved = await tx.save(Object.assign(row, rule(row, this.time())));
      await this.awaitDue(tx, saved);
      return saved;
    });
  }

  private async awaitDue(tx: EntityManager, instrument: Instrument): Promise<void> {
    const key = `${AGE}:${instrument.id}`;
    const on = nextCheckOn(instrument);
    if (on === undefined) return this.timers.cancel(tx, key);
    await this.timers.schedule(tx, { key, task: AGE, payload: { id: instrument.id }, at: fromBusinessDate(on) });
  }

  private time(): Time {
    const now = this.clock.now();
    return { today: toBusinessDate(now), now };
  }
}

async function insertOnce(tx: EntityManager, instrument: Instrument): Promise<void> {
  const row = Object.assign(new InstrumentRow(), instrument);
  const query = tx.createQueryBuilder().insert().into(InstrumentRow).values(row).orIgnore().returning('id');
  const { raw } = (await query.execute()) as { raw: unknown[] };
  const { model, serialNumber } = instrument;
  if (raw.length === 0) throw instrumentProblem['number-taken']({ model, serialNumber });
}
