/** The demo's platform, firm and catalogue. Firms and credit codes are invented, and no code below is assigned to anybody. */
import { words } from './words.mts';

export const platform = {
  name: words('平湖童车产业质量基础设施一站式服务平台（演示）', 'Pinghu children’s-vehicle quality platform (demo)'),
  industryCodes: ['2456'],
  areaCodes: ['330482'],
  address: '平湖市（演示地址）',
  location: { longitude: 121.015, latitude: 30.676 },
  openingHours: '工作日 9:00–17:00',
};

export const firmOfTheCase = {
  uscc: '91330482MA2B000060',
  name: '平湖示例童车有限公司（虚构）',
  nameEn: 'Pinghu Example Children’s Vehicles Co., Ltd. (invented)',
  areaCode: '330482',
  industryCode: '2456',
  legalRepresentative: '（虚构企业，无）',
  contacts: [{ name: '企业办事员', phone: '0573-85000000' }],
  address: '平湖市新埭镇（演示地址）',
  location: { longitude: 121.07, latitude: 30.83 },
};

const fields = (properties: Record<string, object>, required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = (zh: string, en: string) => ({
  ...{ type: 'string', title: zh, minLength: 1, maxLength: 200 },
  'x-label': words(zh, en),
});
const market = {
  ...{ type: 'string', title: '销售市场', enum: ['domestic', 'export'] },
  'x-label': words('销售市场', 'Market'),
  'x-choices': { domestic: words('国内', 'Domestic'), export: words('出口', 'Export') },
};
const itemBase = { documents: [], answerWithinDays: 2, eligibleProviderIds: [] };

export const items = [
  {
    ...itemBase,
    code: 'testing-childrens-vehicle',
    element: 'testing',
    name: words('童车检测', 'Testing of children’s vehicles'),
    description: words(
      '按现行标准检测儿童三轮车、自行车等',
      'Tricycles, bicycles and the like, to the standards in force',
    ),
    fields: fields({ model: text('型号', 'Model'), market }, ['model']),
    standards: ['GB/T 14746-2025', 'GB/T 14747-2025', 'GB 46517-2025'],
    priceText: words('由机构报价', 'quoted by the institution'),
    promisedDays: 15,
    durationDays: 10,
    autoAccept: false,
  },
  {
    ...itemBase,
    code: 'calibration-of-instruments',
    element: 'metrology',
    name: words('计量器具校准', 'Calibration of measuring instruments'),
    description: words('企业自用量具的校准', 'Calibration of a firm’s own gauges'),
    fields: fields({ certificateUnit: text('证书单位', 'Name on the certificate') }, []),
    priceText: words('按器具件数', 'by the piece'),
    promisedDays: 7,
    durationDays: 5,
    autoAccept: false,
  },
  {
    ...itemBase,
    code: 'quality-diagnosis',
    element: 'quality-management',
    name: words('质量诊断', 'Quality diagnosis'),
    description: words('专家到企业现场诊断', 'An expert diagnoses quality at the firm’s site'),
    fields: fields({ focus: text('关注的问题', 'What it is about') }, []),
    priceText: words('免费', 'free of charge'),
    promisedDays: 10,
    durationDays: 5,
    autoAccept: false,
  },
  {
    ...itemBase,
    code: 'testing-quick',
    element: 'testing',
    name: words('童车快检', 'Quick test of children’s vehicles'),
    description: words('已核验企业免受理直接派单', 'Routed at once for verified firms'),
    fields: fields({ model: text('型号', 'Model') }, []),
    priceText: words('由机构报价', 'quoted by the institution'),
    promisedDays: 10,
    durationDays: 5,
    autoAccept: true,
  },
];
