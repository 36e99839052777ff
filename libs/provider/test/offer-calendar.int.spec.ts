import { CalendarService, Transactions } from '@qi/platform';
import { waitFor } from '@qi/testing';
import { ProviderBench, api } from './provider-bench';
import type { JobView } from './provider-bench';

const HOUR = 3_600_000;
const bench = new ProviderBench();

describe('an offer', () => {
  it('may be answered later once days on the way turn out to be holidays', async () => {
    const { id, coordinator } = await bench.offered();
    const answerBy = async () =>
      Date.parse((await bench.service.http.get<JobView>(`${api}/jobs/${id}`, { as: coordinator })).body.answerBy);
    const before = await answerBy();
    const closed = Array.from({ length: 40 }, (_, day) =>
      new Date(before + (day - 10) * 24 * HOUR).toISOString().slice(0, 10),
    );
    for (const year of new Set(closed.map((date) => date.slice(0, 4)))) {
      const days = closed.filter((date) => date.startsWith(year)).map((date) => ({ date, working: false }));
      const calendar = bench.service.app.get(CalendarService, { strict: false });
      const filling = { version: 1, days, by: 'administrator', at: new Date() };
      await bench.service.app
        .get(Transactions, { strict: false })
        .run((tx) => calendar.take(tx, Number(year), filling));
    }
    await waitFor(async () => (await answerBy()) > before + 20 * 24 * HOUR);
  });
});
