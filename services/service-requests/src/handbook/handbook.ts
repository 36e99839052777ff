import { elements, elementWords } from '@qi/contracts';
import { toBusinessDate, type Language, type Words } from '@qi/kernel';
import type { Platform } from '../platform/platform';
import type { AskedDocument, ServiceItem } from '../service-item/service-item';

/** A row of a section: what it is about, and what is said of it. */
export type Fact = readonly [label: string, text: string];

/** One item of the catalogue, or one window. */
export interface Section {
  readonly title: string;
  readonly facts: readonly Fact[];
}

export interface Chapter {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The published catalogue as a book in one language: an element a chapter, an item a section, the windows at the end. */
export interface Handbook {
  readonly language: Language;
  readonly title: string;
  /** Under the title: what the book holds, as of when, and where the live one is. */
  readonly notes: readonly string[];
  /** Day of the newest item in it; the book tells of no day of its own, so that the same catalogue is the same book. */
  readonly updatedOn: string;
  readonly contentsTitle: string;
  readonly chapters: readonly Chapter[];
}

const texts = {
  title: { zh: '质量基础设施“一站式”服务手册', en: 'Handbook of quality infrastructure services' },
  contents: { zh: '目录', en: 'Contents' },
  count: { zh: '收录已发布的服务事项 {n} 项', en: '{n} published services' },
  asOf: { zh: '目录最近更新：{day}', en: 'Catalogue last changed on {day}' },
  live: { zh: '随时更新的目录：{address}', en: 'The live catalogue: {address}' },
  code: { zh: '事项编码', en: 'Code' },
  element: { zh: '要素', en: 'Element' },
  description: { zh: '办什么', en: 'What it is' },
  standards: { zh: '依据标准', en: 'Standards' },
  documents: { zh: '需要提供', en: 'You will need' },
  noDocuments: { zh: '不需要材料', en: 'no documents' },
  optional: { zh: '（如有）', en: ' (if you have it)' },
  price: { zh: '费用', en: 'Price' },
  time: { zh: '时限', en: 'Time' },
  days: { zh: '承诺 {n} 个工作日', en: '{n} working days promised' },
  ask: { zh: '怎么办理', en: 'How to ask' },
  online: { zh: '网上办理：{address}', en: 'Online: {address}' },
  window: { zh: '窗口', en: 'Window' },
  anyWindow: {
    zh: '任一服务窗口都受理，地址和电话见书末',
    en: 'any service window; addresses are at the end of this book',
  },
  windows: { zh: '服务窗口', en: 'Service windows' },
  address: { zh: '地址', en: 'Address' },
  phone: { zh: '电话', en: 'Phone' },
  hours: { zh: '开放时间', en: 'Opening hours' },
} as const satisfies Record<string, Words>;

const joined: Readonly<Record<Language, string>> = { zh: '、', en: '; ' };

interface Catalogue {
  /** Published ones, in the order of the book. */
  readonly items: readonly ServiceItem[];
  readonly windows: readonly Platform[];
  /** Of the portal, without a slash at its end. */
  readonly address: string;
}

/** Writes the catalogue as a book; elements without items have no chapter. */
export function handbookOf({ items, windows, address }: Catalogue, language: Language): Handbook {
  const t = (key: keyof typeof texts, values: Readonly<Record<string, string | number>> = {}): string =>
    texts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const documentsOf = (documents: readonly AskedDocument[]): string =>
    documents.map(({ name, required }) => name[language] + (required ? '' : t('optional'))).join(joined[language]) ||
    t('noDocuments');
  const ofItem = (item: ServiceItem): Section => ({
    title: item.name[language],
    facts: told([
      [t('code'), item.code],
      [t('element'), elementWords[item.element][language]],
      [t('description'), item.description[language]],
      [t('standards'), item.standards.join(joined[language])],
      [t('documents'), documentsOf(item.documents)],
      [t('price'), item.priceText[language]],
      [t('time'), t('days', { n: item.promisedDays })],
      [t('ask'), t('online', { address: `${address}/catalogue/${item.code}` })],
      [t('window'), t('anyWindow')],
    ]),
  });
  const ofWindow = ({ name, address: street, phone, openingHours }: Platform): Section => ({
    title: name[language],
    facts: told([
      [t('address'), street ?? ''],
      [t('phone'), phone ?? ''],
      [t('hours'), openingHours ?? ''],
    ]),
  });
  const updatedOn = lastOf(items.flatMap(({ publishedAt }) => (publishedAt ? [toBusinessDate(publishedAt)] : [])));
  const chapters = elements.map((element) => ({
    title: elementWords[element][language],
    sections: items.filter((item) => item.element === element).map(ofItem),
  }));
  return {
    language,
    title: t('title'),
    notes: [
      t('count', { n: items.length }),
      ...(updatedOn ? [t('asOf', { day: updatedOn })] : []),
      t('live', { address: `${address}/catalogue` }),
    ],
    updatedOn,
    contentsTitle: t('contents'),
    chapters: [...chapters, { title: t('windows'), sections: windows.map(ofWindow) }].filter(
      ({ sections }) => sections.length > 0,
    ),
  };
}

const told = (facts: readonly Fact[]): Fact[] => facts.filter(([, text]) => text.trim() !== '');

/** Business dates sort as texts. */
const lastOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';
