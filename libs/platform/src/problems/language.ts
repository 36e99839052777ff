import type { Language } from '@qi/kernel';

/** Chinese unless English has the higher weight in `Accept-Language` (RFC 9110 §12.5.4). */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'zh', weight: 0 };
  for (const part of (header ?? '').split(',').slice(0, 20)) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = range.split('-')[0];
    const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((found) => found !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    if ((primary === 'zh' || primary === 'en') && weight > best.weight) best = { language: primary, weight };
  }
  return best.language;
}
