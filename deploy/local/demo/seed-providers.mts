/** Who takes the demo's jobs. Scopes of institutions that exist are invented for the demo and say so in the name. */
import { inDays } from './people.mts';

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
