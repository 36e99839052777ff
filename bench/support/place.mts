/** What requests need before they can be routed, made through the public API: laboratories, an item, a verified firm. */
import { administrator, clerk, firm, inDays } from '../../deploy/local/demo/people.mts';
import { firmOfTheCase, items, platform } from '../../deploy/local/demo/seed-data.mts';
import { institutions } from '../../deploy/local/demo/seed-providers.mts';
import { standards } from '../../deploy/local/demo/seed-standards.mts';
import type { Person, Session } from '../../deploy/local/demo/session.mts';

/** Jobs are never finished here: laboratories must not run full. */
const ROOM = 10_000;
const ITEM = 'testing-quick';

interface Made {
  readonly id: string;
  readonly version: number;
}
export interface BenchPlace {
  readonly platformId: string;
  readonly enterpriseId: string;
  readonly applicant: Person;
}

async function laboratories(admin: Person): Promise<void> {
  for (const standard of standards) await admin.put('institutions', '/standards', standard);
  for (const { profile, qualifications, lines } of institutions) {
    const made = await admin.post<Made & { sites: Made[] }>('institutions', '/institutions', {
      ...profile,
      capacityPerWeek: ROOM,
    });
    for (const qualification of qualifications) {
      const { id } = await admin.post<Made>('institutions', `/institutions/${made.id}/qualifications`, qualification);
      await admin.post('institutions', `/qualifications/${id}/activate`);
    }
    await admin.post('institutions', `/institutions/${made.id}/activate`);
    await admin.post('institutions', `/institutions/${made.id}/scope-lines`, {
      active: true,
      lines: lines.map((line) => ({ ...line, siteId: made.sites[0]!.id })),
    });
  }
}

export async function makePlace(session: Session): Promise<BenchPlace> {
  const admin = administrator(session);
  await laboratories(admin);
  const { id: platformId } = await admin.post<Made>('service-requests', '/platforms', platform);
  await admin.post('service-requests', `/platforms/${platformId}/open`);
  const item = items.find(({ code }) => code === ITEM);
  const { id: itemId } = await admin.post<Made>('service-requests', '/service-items', item);
  await admin.post('service-requests', `/service-items/${itemId}/publish`);
  const window = clerk(session);
  const enterprise = await window.post<Made>('service-requests', '/enterprises', firmOfTheCase);
  await window.post('service-requests', `/enterprises/${enterprise.id}/verify`);
  return { platformId, enterpriseId: enterprise.id, applicant: firm(session, enterprise.id) };
}

/** One draft that is accepted by itself and opens one task. */
export function draft({ applicant, platformId }: BenchPlace): Promise<Made> {
  const tests = ['稳定性', '机械强度'].map((parameter) => ({ parameter, methodStandard: 'GB/T 14747-2025' }));
  return applicant.post<Made>('service-requests', '/service-requests', {
    platformId,
    title: '儿童三轮车快检',
    needBy: inDays(40),
    lines: [
      {
        key: 'test',
        itemCode: ITEM,
        answers: { model: 'SL-2026' },
        demand: { object: '儿童三轮车', tests, schemes: ['CMA'], quantity: 3 },
      },
    ],
  });
}
