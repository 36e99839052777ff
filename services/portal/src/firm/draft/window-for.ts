import { areaContains, areaLevel } from '@qi/kernel';

interface Window {
  readonly areaCodes: readonly string[];
  readonly industryCodes: readonly string[];
}
interface Firm {
  readonly areaCode: string;
  readonly industryCode: string;
}

const levels = ['country', 'province', 'city', 'county'];

/** How closely an area names the firm's place; nothing where the firm does not lie in it. */
const nearness = (area: string, firm: Firm): number =>
  areaContains(area, firm.areaCode) ? levels.indexOf(areaLevel(area)) + 1 : 0;

const speaksOf = (codes: readonly string[], industry: string): number =>
  codes.some((code) => industry.startsWith(code)) ? 1 : 0;

/**
 * The windows of a firm, its own first: the one of its county before the city's and the province's; among equals the one
 * of its industry. Windows of other places come last, and may still be chosen.
 */
export function windowsFor<W extends Window>(windows: readonly W[], firm: Firm): W[] {
  const weight = ({ areaCodes, industryCodes }: W) =>
    2 * Math.max(0, ...areaCodes.map((area) => nearness(area, firm))) + speaksOf(industryCodes, firm.industryCode);
  return windows.toSorted((one, other) => weight(other) - weight(one));
}
