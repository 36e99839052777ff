/**
 * Demo data through the public API. Firms are invented and say so; the three institutions that are real carry scopes
 * that are invented and say so; standards and dates are real. Running it again changes nothing.
 */
import { administrator, clerk, inDays } from './people.mts';
import type { Person, Session } from './session.mts';
import { firmOfTheCase, items, platform } from './seed-data.mts';
import { experts, institutes, institutions } from './seed-providers.mts';
import { standards } from './seed-standards.mts';

/** What the main case needs to know. */
export interface DemoPlace {
  readonly platformId: string;
  readonly enterpriseId: string;
}

interface Found {
  readonly id: string;
  readonly version: number;
}
interface List<T> {
  readonly items: T[];
}

async function firstOf(
  person: Person,
  service: Parameters<Person['get']>[0],
  path: string,
): Promise<Found | undefined> {
  return (await person.get<List<Found>>(service, path)).items[0];
}

/** The library first: what it tells the providers is older then than the copy that each is given here. */
async function seedLibrary(admin: Person): Promise<void> {
  for (const { successors: _, ...standard } of standards) {
    const query = new URLSearchParams({ q: standard.number });
    const { items } = await admin.get<List<{ number: string }>>('standards', `/public/standards?${query.toString()}`);
    if (items.some(({ number }) => number === standard.number)) continue;
    const replaced = standards.filter(({ successors }) => (successors as string[]).includes(standard.number));
    const relations = replaced.map(({ number }) => ({ kind: 'replaces', other: number }));
    await admin.post('standards', '/standards', { ...standard, relations });
  }
}

async function seedStandards(admin: Person): Promise<void> {
  await seedLibrary(admin);
  for (const service of ['institutions', 'metrology', 'experts'] as const)
    for (const standard of standards) await admin.put(service, '/standards', standard);
}

async function seedInstitutions(admin: Person): Promise<void> {
  for (const { profile, qualifications, lines } of institutions) {
    if (await firstOf(admin, 'institutions', `/institutions?uscc=${profile.uscc}`)) continue;
    const made = await admin.post<Found & { sites: Found[] }>('institutions', '/institutions', profile);
    for (const qualification of qualifications) {
      const { id } = await admin.post<Found>('institutions', `/institutions/${made.id}/qualifications`, qualification);
      await admin.post('institutions', `/qualifications/${id}/activate`);
    }
    await admin.post('institutions', `/institutions/${made.id}/activate`);
    await admin.post('institutions', `/institutions/${made.id}/scope-lines`, {
      active: true,
      lines: lines.map((line) => ({ ...line, siteId: made.sites[0]!.id })),
    });
  }
}

async function seedInstitutes(admin: Person): Promise<void> {
  const known = (await admin.get<List<{ uscc: string }>>('metrology', '/institutes?limit=200')).items;
  for (const { profile, capabilities } of institutes) {
    if (known.some(({ uscc }) => uscc === profile.uscc)) continue;
    const made = await admin.post<Found & { sites: Found[] }>('metrology', '/institutes', profile);
    await admin.post('metrology', `/institutes/${made.id}/activate`);
    await admin.post('metrology', `/institutes/${made.id}/capabilities`, {
      active: true,
      capabilities: capabilities.map((capability) => ({ ...capability, siteId: made.sites[0]!.id })),
    });
  }
}

async function seedExperts(admin: Person): Promise<void> {
  const known = (await admin.get<List<{ name: string }>>('experts', '/experts?limit=200')).items;
  for (const profile of experts)
    if (!known.some(({ name }) => name === profile.name)) await admin.post('experts', '/experts', profile);
}

async function seedWindow(session: Session, admin: Person): Promise<DemoPlace> {
  let place = await firstOf(admin, 'service-requests', `/platforms?q=${encodeURIComponent(platform.name.zh)}`);
  if (!place) {
    place = await admin.post<Found>('service-requests', '/platforms', platform);
    await admin.post('service-requests', `/platforms/${place.id}/open`);
  }
  for (const item of items) {
    if (await firstOf(admin, 'service-requests', `/service-items?code=${item.code}`)) continue;
    const { id } = await admin.post<Found>('service-requests', '/service-items', item);
    await admin.post('service-requests', `/service-items/${id}/publish`);
  }
  let enterprise = await firstOf(admin, 'service-requests', `/enterprises?q=${firmOfTheCase.uscc}`);
  if (!enterprise) {
    enterprise = await clerk(session).post<Found>('service-requests', '/enterprises', firmOfTheCase);
    await clerk(session).post('service-requests', `/enterprises/${enterprise.id}/verify`);
    await enterInstruments(admin, enterprise.id);
  }
  return { platformId: place.id, enterpriseId: enterprise.id };
}

async function enterInstruments(admin: Person, enterpriseId: string): Promise<void> {
  const owned = { enterpriseId, areaCode: '330482', intervalMonths: 12, lastOn: inDays(-380) };
  const caliper = {
    name: '游标卡尺',
    model: '0-150 mm',
    serialNumber: 'DEMO-001',
    measurand: '长度',
    rangeMin: '0',
    rangeMax: '150',
    unit: 'mm',
  };
  const gauge = {
    name: '推拉力计',
    model: '500 N',
    serialNumber: 'DEMO-002',
    measurand: '力',
    rangeMin: '0',
    rangeMax: '500',
    unit: 'N',
  };
  for (const instrument of [caliper, gauge]) await admin.post('metrology', '/instruments', { ...owned, ...instrument });
}

export async function seed(session: Session): Promise<DemoPlace> {
  const admin = administrator(session);
  await seedStandards(admin);
  await Promise.all([seedInstitutions(admin), seedInstitutes(admin), seedExperts(admin)]);
  return seedWindow(session, admin);
}
