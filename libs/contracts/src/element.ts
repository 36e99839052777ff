import type { Words } from '@qi/kernel';
import type { ServiceName } from './service-name';

/** The elements of quality infrastructure; `certification` covers certification and accreditation. */
export const elements = [
  'metrology',
  'standards',
  'certification',
  'testing',
  'quality-management',
  'brand',
  'ip',
] as const;
export type Element = (typeof elements)[number];

export const elementWords: Readonly<Record<Element, Words>> = {
  metrology: { zh: '计量', en: 'Metrology' },
  standards: { zh: '标准', en: 'Standards' },
  certification: { zh: '认证认可', en: 'Certification and accreditation' },
  testing: { zh: '检验检测', en: 'Inspection and testing' },
  'quality-management': { zh: '质量管理', en: 'Quality management' },
  brand: { zh: '品牌', en: 'Brand' },
  ip: { zh: '知识产权', en: 'Intellectual property' },
};

/** Who answers the tasks of an element. A new kind of provider is a new service and one line here. */
export const providerOf = {
  testing: 'institutions',
  certification: 'institutions',
  metrology: 'metrology',
  'quality-management': 'experts',
  standards: 'experts',
  brand: 'experts',
  ip: 'experts',
} as const satisfies Readonly<Record<Element, ServiceName>>;

export type ProviderService = (typeof providerOf)[Element];
export const providerServices = [...new Set(Object.values(providerOf))] as readonly ProviderService[];

export function elementsOf(service: ServiceName): Element[] {
  return elements.filter((element) => providerOf[element] === service);
}
