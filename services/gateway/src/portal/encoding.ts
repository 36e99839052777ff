/** How a file may be sent, smallest first. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** The smallest encoding that `Accept-Encoding` takes (RFC 9110 §12.5.3). */
export function encodingOf(header: string | undefined): Encoding {
  const taken = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',').slice(0, 20)) {
    const [name = '', quality = ''] = part.trim().split(/\s*;\s*q=/);
    taken.set(name, quality === '' ? 1 : Number(quality));
  }
  return encodings.find((encoding) => (taken.get(encoding) ?? 0) > 0) ?? 'identity';
}
