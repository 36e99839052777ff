/** Whom the demo accounts act for: looked up by what names an organisation, entered at the gateway. */
import type { OrganisationKind } from '@qi/contracts';
import { demoAccounts, type DemoAccount } from './accounts.mts';
import { administrator } from './people.mts';
import type { Person, Session } from './session.mts';

interface Found {
  readonly id: string;
  readonly name: string | { readonly zh: string };
  readonly uscc?: string;
}
interface List {
  readonly items: Found[];
}

type Keyed = NonNullable<DemoAccount['organisation']>;

const nameOf = ({ name }: Found) => (typeof name === 'string' ? name : name.zh);

async function find(admin: Person, { kind, key }: Keyed): Promise<Found> {
  const text = encodeURIComponent(key);
  const lists: Partial<Record<OrganisationKind, () => Promise<Found[]>>> = {
    enterprise: async () => (await admin.get<List>('service-requests', `/enterprises?q=${text}`)).items,
    platform: async () => (await admin.get<List>('service-requests', `/platforms?q=${text}`)).items,
    expert: async () => (await admin.get<List>('experts', '/experts?limit=200')).items,
    institution: async () => [
      ...(await admin.get<List>('institutions', `/institutions?uscc=${text}`)).items,
      ...(await admin.get<List>('metrology', '/institutes?limit=200')).items,
    ],
  };
  const found = (await lists[kind]?.())?.find((one) => one.uscc === key || nameOf(one) === key);
  if (!found) throw new Error(`the demo data hold no ${kind} ${key}`);
  return found;
}

/** People of the administration: the province, or the platform itself. */
function administration({ areas }: DemoAccount): { id: string; name: string } {
  return areas.includes('330000')
    ? { id: '330000', name: '浙江省市场监督管理局（演示）' }
    : { id: '100000', name: '平台运维（演示）' };
}

export async function seedMemberships(session: Session): Promise<void> {
  const admin = administrator(session);
  const memberships = [];
  for (const account of demoAccounts) {
    const { sub, name: personName, roles, areas, organisation } = account;
    const found = organisation ? await find(admin, organisation) : administration(account);
    memberships.push({
      ...{ sub, personName, roles, areas, organisationId: found.id },
      organisationKind: organisation?.kind ?? 'administration',
      organisationName: nameOf(found),
    });
  }
  await session.operate('PUT', 'gateway', '/development/memberships', { memberships });
}
