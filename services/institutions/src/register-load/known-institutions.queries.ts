import type { EntityManager } from 'typeorm';
import type { Site } from '../institution/site';
import type { KnownInstitution } from './register-row';

const PAGE = `
  select id, uscc, sites from institution where status in ('applied', 'active', 'suspended') and id > $1 order by id limit 5000`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Institutions by id and by credit code, each with its open sites. */
export async function institutionsKnown(tx: EntityManager): Promise<ReadonlyMap<string, KnownInstitution>> {
  const known = new Map<string, KnownInstitution>();
  for (let last = FIRST_ID; ;) {
    const page = await tx.query<{ id: string; uscc: string; sites: readonly Site[] }[]>(PAGE, [last]);
    for (const { id, uscc, sites } of page) {
      const open = sites.filter((site) => site.open);
      const named = {
        id,
        sites: new Map(
          open.flatMap(
            (site) =>
              [
                [site.name, site.id],
                [site.id, site.id],
              ] as const,
          ),
        ),
      };
      known.set(id, named).set(uscc, named);
    }
    const end = page.at(-1);
    if (!end) return known;
    last = end.id;
  }
}
