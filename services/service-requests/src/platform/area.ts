const COUNTRY = '100000';

/** The area and every area around it, the country last: `330482` → `330482`, `330400`, `330000`, `100000`. */
export function areasAround(areaCode: string): string[] {
  const around = [areaCode, `${areaCode.slice(0, 4)}00`, `${areaCode.slice(0, 2)}0000`, COUNTRY];
  return areaCode === COUNTRY ? [COUNTRY] : [...new Set(around)];
}

/** What the codes of the area and of everything in it begin with: `330400` → `3304`. */
export function areaPrefix(areaCode: string): string {
  return areaCode === COUNTRY ? '' : areaCode.replace(/(00){1,2}$/, '');
}

/** The class and the groups above it, GB/T 4754: `2456` → `2456`, `245`, `24`. */
export function industriesAround(industryCode: string): string[] {
  return [4, 3, 2].filter((length) => length <= industryCode.length).map((length) => industryCode.slice(0, length));
}
