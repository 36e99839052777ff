import type { Language } from '@qi/kernel';
import type { ServiceItem } from '../service-item/service-item';
import type { Platform } from '../platform/platform';
import { handbookOf } from './handbook';

const item = (code: string, values: Partial<ServiceItem> = {}): ServiceItem => ({
  ...{ id: code, code, itemVersion: 1, element: 'testing', fields: {}, eligibleProviderIds: [], standards: [] },
  ...{ name: { zh: `事项${code}`, en: `Item ${code}` }, description: { zh: '说明', en: 'words' }, documents: [] },
  ...{ priceText: { zh: '面议', en: 'on request' }, promisedDays: 15, durationDays: 10, answerWithinDays: 2 },
  ...{ autoAccept: false, status: 'published', publishedAt: new Date('2026-11-20T00:00:00Z'), retiredAt: null },
  ...values,
});
const window: Platform = {
  ...{ id: 'w', status: 'open', industryCodes: [], areaCodes: [], longitude: null, latitude: null },
  ...{ name: { zh: '平湖窗口', en: 'Pinghu window' }, address: '平湖路 1 号', phone: null, openingHours: null },
  mergedIntoId: null,
};
const book = (items: readonly ServiceItem[], language: Language = 'zh', windows: readonly Platform[] = []) =>
  handbookOf({ items, windows, address: 'https://qi.example' }, language);

describe('the handbook', () => {
  it('has a chapter for each element that has items, in the order of the elements, then the windows', () => {
    const items = [item('b', { element: 'brand' }), item('t'), item('m', { element: 'metrology' }), item('u')];
    expect(book(items, 'zh', [window]).chapters.map(({ title, sections }) => [title, sections.length])).toEqual([
      ...[
        ['计量', 1],
        ['检验检测', 2],
        ['品牌', 1],
      ],
      ['服务窗口', 1],
    ]);
  });

  it('says of an item all that one has to know before asking, in either language', () => {
    const documents = [
      { code: 'a', name: { zh: '照片', en: 'Photos' }, required: true },
      { code: 'b', name: { zh: '图纸', en: 'Drawings' }, required: false },
    ];
    const given = [item('t', { documents, standards: ['GB 1-2020'] })];
    expect(book(given).chapters[0]?.sections[0]).toEqual({
      title: '事项t',
      facts: [
        ['事项编码', 't'],
        ['要素', '检验检测'],
        ['办什么', '说明'],
        ['依据标准', 'GB 1-2020'],
        ['需要提供', '照片、图纸（如有）'],
        ['费用', '面议'],
        ['时限', '承诺 15 个工作日'],
        ['怎么办理', '网上办理：https://qi.example/catalogue/t'],
        ['窗口', '任一服务窗口都受理，地址和电话见书末'],
      ],
    });
    expect(book(given, 'en').chapters[0]?.sections[0]?.facts.slice(4, 7)).toEqual([
      ['You will need', 'Photos; Drawings (if you have it)'],
      ['Price', 'on request'],
      ['Time', '15 working days promised'],
    ]);
  });

  it('leaves out what is not said, and says that no documents are needed', () => {
    const facts = book([item('t', { priceText: { zh: ' ', en: '' } })], 'zh').chapters[0]?.sections[0]?.facts ?? [];
    const labels = facts.map(([label]) => label);
    expect(labels).not.toContain('费用');
    expect(labels).not.toContain('依据标准');
    expect(facts).toContainEqual(['需要提供', '不需要材料']);
    expect(book([], 'zh', [window]).chapters[0]?.sections[0]?.facts).toEqual([['地址', '平湖路 1 号']]);
  });

  it('is of the day of its newest item, by the platform’s calendar', () => {
    const items = [item('a'), item('b', { publishedAt: new Date('2026-11-26T20:00:00Z') })];
    expect(book(items).updatedOn).toBe('2026-11-27');
    expect(book(items).notes).toEqual([
      ...['收录已发布的服务事项 2 项', '目录最近更新：2026-11-27', '随时更新的目录：https://qi.example/catalogue'],
    ]);
    expect(book([]).notes).toHaveLength(2);
  });
});
