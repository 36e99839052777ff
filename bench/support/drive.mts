/** The same load for the real pipeline and the peer: steady rates for latency, floods for saturation. */
import { effects, flood, rateOf, steady, type Effects, type Sent } from './load.mts';
import { median } from './report.mts';

export interface Pipeline extends Effects {
  /** Brings the planner's statistics up to date after the warm-up, as autovacuum does within a minute of any day. */
  analyze(): Promise<unknown>;
  /** Submits one request; answers the id under which `commits` will name its effect. */
  send(): Promise<string>;
}
export interface Scale {
  readonly seconds: number;
  readonly flood: number;
  readonly floods: number;
}
export interface Driven {
  readonly at50: number[];
  readonly at200: number[];
  /** Effects a second under saturation, median of the floods. */
  readonly rate: number;
  readonly rates: number[];
}

/** Requests under way in a flood. */
export const WIDTH = 128;
const WARM_UP = { rate: 100, seconds: 10 };

export const scaleOf = (quick: boolean): Scale =>
  quick ? { seconds: 2, flood: 500, floods: 1 } : { seconds: 10, flood: 3000, floods: 3 };

/** The peer drains at a fraction of the rate: as long at a steady rate, fewer in a flood. */
export const peerScaleOf = (scale: Scale): Scale => ({ ...scale, flood: Math.ceil(scale.flood / 3), floods: 2 });

/** How many requests a whole drive sends. */
export const requestsOf = ({ seconds, flood: each, floods }: Scale): number =>
  WARM_UP.rate * WARM_UP.seconds + 250 * seconds + each * (floods + 1);

/** `around` is put around the floods that count: whoever meters them. */
export async function drive(
  pipeline: Pipeline,
  scale: Scale,
  around: (floods: () => Promise<void>) => Promise<void> = (floods) => floods(),
): Promise<Driven> {
  let before = 0;
  const settled = async (sent: Sent[]) => {
    const at = await effects(sent, pipeline, { before });
    before += sent.length;
    return at;
  };
  const latency = async (rate: number, seconds: number) => {
    const sent = await steady(rate, seconds, () => pipeline.send());
    const at = await settled(sent);
    return sent.map(({ due }, index) => at[index]! - due);
  };
  const saturate = async () => {
    const sent = await flood(WIDTH, scale.flood, () => pipeline.send());
    return rateOf(sent, await settled(sent));
  };
  // Hot, as any server that has been up for an hour: the first thousands of requests are run by interpreters.
  await latency(WARM_UP.rate, WARM_UP.seconds);
  await pipeline.analyze();
  await saturate();
  await pipeline.analyze();
  const at50 = await latency(50, scale.seconds);
  const at200 = await latency(200, scale.seconds);
  const rates: number[] = [];
  await around(async () => {
    for (let n = 0; n < scale.floods; n += 1) rates.push(await saturate());
  });
  return { at50, at200, rate: median(rates), rates };
}
