import { createHmac, timingSafeEqual } from 'node:crypto';

/** Time-based one-time passwords (RFC 6238) with what every authenticator knows: HMAC-SHA-1, 30 s, 6 digits. */
export const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that are taken too: clocks of phones are not exact (RFC 6238 §5.2). */
const WINDOW = 1;

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step: dynamic truncation of RFC 4226 §5.3. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[mac.length - 1]! & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code it is, later than `after`: a code counts once. Undefined when it is none. */
export function stepOf(secret: Buffer, code: string, now: Date, after: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const present = stepAt(now);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, at) => present - WINDOW + at);
  return steps.find((step) => step > after && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code)));
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 §6, without padding: the form in which authenticators take secrets. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}
