/**
 * What the demo holds. Supersessions of 2026 are real (see docs); firms and credit codes are invented, and no code below
 * is assigned to anybody. Scopes of institutions that exist are invented for the demo and say so in the name.
 */
import { inDays } from './people.mts';

const words = (zh: string, en: string) => ({ zh, en });

/** When the standards of children's vehicles are in force; the last day of the old text is the day before the new one. */
export const standards = [
  {
    number: 'GB 14746-2006',
    title: words('儿童自行车安全要求', 'Safety requirements for children’s bicycles'),
    mandatory: true,
    inForceFrom: '2007-05-01',
    endsOn: '2026-10-31',
    successors: ['GB/T 14746-2025', 'GB 46517-2025'],
  },
  {
    number: 'GB/T 14746-2025',
    title: words('儿童骑行及活动用品安全 儿童自行车', 'Children’s riding products: bicycles'),
    mandatory: false,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 14747-2006',
    title: words('儿童三轮车安全要求', 'Safety requirements for children’s tricycles'),
    mandatory: true,
    inForceFrom: '2007-05-01',
    endsOn: '2026-10-31',
    successors: ['GB/T 14747-2025', 'GB 46517-2025'],
  },
  {
    number: 'GB/T 14747-2025',
    title: words('儿童骑行及活动用品安全 儿童三轮车', 'Children’s riding products: tricycles'),
    mandatory: false,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 46516-2025',
    title: words('儿童呵护用品 通用安全要求', 'Child care products: general safety'),
    mandatory: true,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 46517-2025',
    title: words('儿童骑行及活动用品 通用安全要求', 'Children’s riding products: general safety'),
    mandatory: true,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 19865-2005',
    title: words('电玩具的安全', 'Safety of electric toys'),
    mandatory: true,
    endsOn: '2026-07-31',
    successors: ['GB/T 19865-2024'],
  },
  {
    number: 'GB/T 19865-2024',
    title: words('电玩具的安全', 'Safety of electric toys'),
    mandatory: false,
    inForceFrom: '2026-08-01',
    successors: [],
  },
  {
    number: 'JJG 41-1990',
    title: words('三针检定规程', 'Three-wire units, verification'),
    mandatory: true,
    endsOn: '2009-02-24',
    successors: ['JJF 1207-2008'],
  },
  {
    number: 'JJF 1207-2008',
    title: words('针规、三针校准规范', 'Pin gauges and three-wire units, calibration'),
    mandatory: false,
    inForceFrom: '2009-02-25',
    successors: [],
  },
];

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

interface LaboratoryPlan {
  readonly uscc: string;
  readonly name: string;
  readonly areaCode: string;
  readonly at: readonly [longitude: number, latitude: number];
  readonly methods: readonly string[];
  readonly validTo: string;
}

const laboratories: readonly LaboratoryPlan[] = [
  {
    uscc: '12330482MB2B00012U',
    name: '平湖市质检所（演示能力）',
    areaCode: '330482',
    at: [121.02, 30.69],
    methods: ['GB 14746-2006', 'GB 14747-2006'],
    validTo: inDays(700),
  },
  {
    uscc: '91330402MA2B000279',
    name: '嘉兴威凯检测技术有限公司（演示能力）',
    areaCode: '330402',
    at: [120.79, 30.76],
    methods: ['GB/T 14746-2025', 'GB/T 14747-2025', 'GB 46517-2025', 'GB 14747-2006'],
    validTo: inDays(900),
  },
  {
    uscc: '12330203MB2B00039U',
    name: '宁波海关技术中心（演示能力）',
    areaCode: '330203',
    at: [121.56, 29.88],
    methods: ['GB/T 14747-2025', 'GB 46517-2025', 'GB 46516-2025'],
    validTo: inDays(500),
  },
  {
    uscc: '91330402MA2B00043Y',
    name: '示例检测（嘉兴）有限公司（虚构）',
    areaCode: '330402',
    at: [120.76, 30.74],
    methods: ['GB/T 14747-2025', 'GB 46517-2025'],
    validTo: inDays(400),
  },
  {
    uscc: '91330483MA2B00086N',
    name: '示例检测（桐乡）有限公司（虚构）',
    areaCode: '330483',
    at: [120.56, 30.63],
    methods: ['GB/T 14747-2025', 'GB 46517-2025'],
    validTo: inDays(3),
  },
];

const objectOf: Readonly<Record<string, string>> = { 'GB 14746-2006': '儿童自行车', 'GB/T 14746-2025': '儿童自行车' };

export const institutions = laboratories.map(({ uscc, name, areaCode, at, methods, validTo }, index) => {
  const certNo = `2511000${index}0001`;
  const [longitude, latitude] = at;
  return {
    profile: {
      uscc,
      name,
      kind: 'testing',
      areaCode,
      contacts: [{ name: '业务受理', phone: '0573-85000001' }],
      areasServed: ['330000'],
      elements: ['testing'],
      capacityPerWeek: 20,
      closedDates: [],
      conflicts: [],
      members: [],
      sites: [{ name: '主场所', address: '演示地址', areaCode, longitude, latitude }],
    },
    qualifications: [
      {
        scheme: 'CMA',
        number: certNo,
        issuer: '浙江省市场监督管理局（演示）',
        issuedOn: '2025-03-01',
        validFrom: '2025-03-01',
        validTo,
      },
    ],
    lines: methods.map((method) => ({
      scheme: 'CMA',
      certNo,
      category: ['轻工产品', '童车'],
      object: objectOf[method] ?? '儿童三轮车',
      parameter: '全部参数',
      method,
      validFrom: method.endsWith('2025') ? '2026-11-01' : '2025-03-01',
      validTo,
    })),
  };
});

const length = {
  kind: 'calibration',
  measurand: '长度',
  instrumentKinds: ['游标卡尺', '千分尺'],
  rangeMin: '0',
  rangeMax: '300',
  unit: 'mm',
  uncertaintyUnit: 'mm',
  method: 'JJF 1071-2010',
};
const force = {
  kind: 'calibration',
  measurand: '力',
  instrumentKinds: ['推拉力计'],
  rangeMin: '0',
  rangeMax: '1',
  unit: 'kN',
  uncertaintyUnit: 'N',
  method: 'JJG 455-2000',
};
const valid = { validFrom: '2025-01-01', validTo: inDays(800) };
const instituteProfile = (uscc: string, name: string, areaCode: string, longitude: number) => ({
  uscc,
  name,
  areaCode,
  areasServed: ['330400'],
  capacityPerWeek: 40,
  conflicts: [],
  sites: [{ name: '主场所', address: '演示地址', areaCode, longitude, latitude: 30.72 }],
});

/** The second one measures length too coarsely for the calipers' tolerance: routing says so. */
export const institutes = [
  {
    profile: instituteProfile('12330402MB2B000638', '嘉兴示例计量检定测试院（虚构）', '330402', 120.78),
    capabilities: [
      { ...length, ...valid, uncertainty: '0.005' },
      { ...force, ...valid, uncertainty: '0.5' },
    ],
  },
  {
    profile: instituteProfile('12330482MB2B000559', '平湖示例计量所（虚构）', '330482', 121.02),
    capabilities: [
      { ...length, ...valid, uncertainty: '0.015' },
      { ...force, ...valid, uncertainty: '0.5' },
    ],
  },
];

const expertProfile = {
  areaCode: '330402',
  areas: ['330400'],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  absences: [],
  capacityPerWeek: 5,
};
export const experts = [
  {
    ...expertProfile,
    name: '童车质量专家 01 号（演示）',
    skills: ['质量诊断', '童车'],
    industries: ['2456'],
    conflicts: [],
  },
  {
    ...expertProfile,
    name: '童车质量专家 02 号（演示，与本案企业有利益关系）',
    skills: ['质量诊断', '童车'],
    industries: ['2456'],
    conflicts: ['91330482MA2B000060'],
  },
  { ...expertProfile, name: '品牌专家 03 号（演示）', skills: ['品牌培育'], industries: ['2456'], conflicts: [] },
];

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
