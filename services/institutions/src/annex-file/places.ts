import { nameKey } from '@qi/kernel';
import { faultOf, type FieldFault } from '@qi/provider';

/** How the annex names the sites of the institution. */
export interface Places {
  /** Number of a place in the annex (`branchId`) → site. */
  readonly byNumber: Readonly<Record<string, string>>;
  /** Site of rows that name none. */
  readonly only: string | null;
  /** Sites that the annex speaks for. */
  readonly covered: readonly string[];
  /** All open sites of the institution. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

const words = {
  unknown: { zh: '没有对应的场所，请在导入时指明', en: 'stands for no site: name its site with the import' },
  mixedUp: {
    zh: '场所名称与编号指向不同的场所',
    en: 'the name and the number of the place stand for different sites',
  },
  none: { zh: '没有写明场所，机构有多个场所', en: 'names no place, and the institution has several' },
};

/**
 * The site of a row. The number decides, a name never overrules it: two places may bear one name, and a line at the
 * wrong address is a line that nobody holds, for approval is per address.
 */
export function siteOf(
  row: { readonly place: string; readonly placeName: string },
  places: Places,
): string | FieldFault {
  const [number, name] = [row.place.trim(), row.placeName.trim()];
  if (number !== '') return byNumber(number, name, places);
  if (name !== '') return byName(name, places);
  return places.only ?? faultOf('place', '', words.none);
}

function byNumber(number: string, name: string, places: Places): string | FieldFault {
  const site = Object.hasOwn(places.byNumber, number) ? places.byNumber[number] : undefined;
  if (site === undefined) return faultOf('place', number, words.unknown);
  const named = sitesNamed(name, places);
  const another = named.length > 0 && !named.includes(site);
  return another ? faultOf('place', `${number} ${name}`, words.mixedUp) : site;
}

function byName(name: string, places: Places): string | FieldFault {
  const [site, another] = sitesNamed(name, places);
  const known = site !== undefined && another === undefined && places.covered.includes(site);
  return known ? site : faultOf('placeName', name, words.unknown);
}

function sitesNamed(name: string, { sites }: Places): string[] {
  return sites.filter((site) => nameKey(site.name) === nameKey(name)).map(({ id }) => id);
}
