import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { OnTimer, Transactions } from '@qi/platform';
import { DAY_OF_CHANGE } from '../standard/standard.store';
import { factsOf, type Turning } from './day-of-change';

const REPLACES = `
  coalesce((select json_agg(json_build_object('number', r.other, 'extent', coalesce(r.extent, 'whole')) order by r.other)
    from standard_relation as r where r.number = told.number and r.kind in ('replaces', 'merged-from')), '[]')`;
const SUCCESSORS = `
  array(select number from standard_relation where other = told.number and kind in ('replaces', 'merged-from')
    union select other from standard_relation where number = told.number and kind = 'split-into' order by 1)`;

/** Marks and gives what nobody was told yet, so that a timer that runs twice tells it once. */
const turn = (column: 'in_force_from' | 'ends_on', mark: 'start_told' | 'end_told') => `
  with told as (
    update standard set ${mark} = ${column}
    where ${column} = $1 and ${mark} is distinct from ${column}
    returning number, family, title, mandatory
  )
  select number, family, title, mandatory, ${column === 'in_force_from'} as starts,
    ${REPLACES} as replaces, ${SUCCESSORS} as successors
  from told`;

const START = turn('in_force_from', 'start_told');
const END = turn('ends_on', 'end_told');

@Injectable()
export class DayOfChangeTimer {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** On the day itself, at its beginning in Asia/Shanghai. */
  @OnTimer(DAY_OF_CHANGE)
  async turn({ day }: { day: string }): Promise<void> {
    const at = this.clock.now();
    if (toBusinessDate(at) < day) return;
    await this.transactions.run(async (tx) => {
      const ended = await tx.query<Turning[]>(END, [addDays(day, -1)]);
      const started = await tx.query<Turning[]>(START, [day]);
      await this.outbox.add(tx, factsOf([...ended, ...started], day, at));
    });
  }
}
