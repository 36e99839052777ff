const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const COUNTER_MAX = 0xfff;
const BYTES_PER_ID = 10;

/** Random bytes are drawn for many ids at once: one call to the generator per id would cost more than the id itself. */
const pool = new Uint8Array(BYTES_PER_ID * 256);
let poolAt = pool.length;
let lastMs = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562 §5.7): sorts by creation time, and strictly so within one process. The 12 bits after the
 * time are a counter that starts at a random value below half (§6.2 method 1); when it runs over, or when the machine's
 * clock steps back, the time part goes on from the last value used.
 */
export function newId(): string {
  const at = draw();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = (byte(at) << 3) | (byte(at + 1) >> 5);
  } else if (++counter > COUNTER_MAX) {
    lastMs += 1;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = hex((byte(at + 2) & 0x3f) | 0x80) + hex(byte(at + 3));
  let node = '';
  for (let i = 4; i < BYTES_PER_ID; i += 1) node += hex(byte(at + i));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}-${node}`;
}

/** Whether the text has the form of a UUID, of any version. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

function draw(): number {
  if (poolAt >= pool.length) {
    globalThis.crypto.getRandomValues(pool);
    poolAt = 0;
  }
  const at = poolAt;
  poolAt += BYTES_PER_ID;
  return at;
}

function byte(at: number): number {
  return pool[at] ?? 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}
